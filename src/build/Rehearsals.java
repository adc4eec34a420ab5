import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs programs of Keyarbor as part of the build, in a home that is thrown away, and lets the
 * virtual machine keep what they loaded.
 */
final class Rehearsals {
  private static final String DESKTOP = "io.keyarbor.app.DesktopRehearsal";

  /** A folder with a short name, for the path of an agent's socket may not be long. */
  private final Path stage;

  private final Path home;
  private final Path log;

  Rehearsals(Path home, Path log) throws IOException {
    this.home = home;
    this.log = log;
    stage = Files.createTempDirectory("kb");
  }

  void commandLine(List<Path> classPath, List<String> flags) throws IOException {
    part("ALL", Optional.of("keyarbor"), classPath, flags);
    // A program that has less to load starts sooner, and what people do most needs least.
    part("OPENING", Optional.empty(), classPath, flags);
    part("READING", Optional.of("keyarbor-reading"), classPath, flags);
    part("CLOSING", Optional.empty(), classPath, flags);
  }

  private void part(String part, Optional<String> cache, List<Path> classPath, List<String> flags)
      throws IOException {
    rehearse("io.keyarbor.app.Rehearsal", List.of(part), cache, classPath, flags, Optional.empty());
  }

  /**
   * Rehearses the desktop app on a screen of its own or, where there is none or it is of no use,
   * without one. Where that fails too, the app has no cache: it starts all the same, only later.
   */
  void desktop(List<Path> classPath, List<String> desktop) throws IOException {
    List<String> flags = new ArrayList<>(desktop);
    flags.add("-Dprism.order=sw");
    Optional<Screen> screen = Screen.open();
    try {
      if (screen.isEmpty() || !desktop(classPath, flags, screen)) {
        List<String> headless = new ArrayList<>(flags);
        headless.add("-Dglass.platform=Headless");
        if (!desktop(classPath, headless, Optional.empty())) {
          System.err.println("The desktop app is left without its cache, and will start later.");
        }
      }
    } finally {
      screen.ifPresent(Screen::close);
    }
  }

  private boolean desktop(List<Path> classPath, List<String> flags, Optional<Screen> screen)
      throws IOException {
    String name = "keyarbor-desktop";
    try {
      rehearse(
          DESKTOP, List.of(), Optional.of(name), classPath, flags, screen.map(Screen::display));
      return true;
    } catch (IllegalStateException | Steps.Late e) {
      System.err.println(e.getMessage());
      Files.deleteIfExists(cache(name));
      Steps.delete(stage.resolve("d"));
      return false;
    }
  }

  private Path cache(String name) {
    return home.resolve("lib/" + name + ".aot");
  }

  /** Ends all rehearsals. */
  void close() throws IOException {
    Steps.delete(stage);
  }

  private void rehearse(
      String main,
      List<String> arguments,
      Optional<String> cache,
      List<Path> classPath,
      List<String> flags,
      Optional<String> display)
      throws IOException {
    List<String> options = new ArrayList<>();
    options.add("-Dkeyarbor.launcher=" + home.resolve("bin/keyarbor"));
    Optional<Path> file = cache.map(this::cache);
    file.ifPresent(f -> {
      options.add("-XX:AOTCacheOutput=" + f);
      options.addAll(Flags.REHEARSAL);
    });
    options.addAll(flags);
    java(options, main, arguments, classPath, display);
    if (file.isPresent() && !Files.exists(file.get())) {
      throw new IllegalStateException("the rehearsal left no cache");
    }
  }

  /** Runs a program with the runtime that is installed. */
  void java(
      List<String> options,
      String main,
      List<String> arguments,
      List<Path> classPath,
      Optional<String> display)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("runtime/bin/java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        String.join(
            System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList()));
    command.add(main);
    command.addAll(arguments);
    Steps.program(command, stage, log, env -> environment(env, main, display));
  }

  private void environment(Map<String, String> env, String main, Optional<String> display) {
    env.keySet()
        .removeIf(name ->
            name.startsWith("KEYARBOR_")
                || name.contains("JAVA_")
                || name.contains("DISPLAY")
                || name.startsWith("DBUS_"));
    // What the desktop app keeps, it keeps apart from the command line.
    Path own = stage.resolve(main.equals(DESKTOP) ? "d" : "c");
    env.put("XDG_DATA_HOME", own.resolve("data").toString());
    env.put("XDG_CONFIG_HOME", own.resolve("config").toString());
    env.put("XDG_STATE_HOME", own.resolve("state").toString());
    env.put("XDG_RUNTIME_DIR", own.resolve("run").toString());
    env.put("KEYARBOR_PASSWORD_FILE", stage.resolve("password").toString());
    env.put("LC_ALL", "C.UTF-8");
    // Or GTK would start services of the desktop, which stay when the rehearsal is over.
    env.put("NO_AT_BRIDGE", "1");
    env.put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    display.ifPresent(name -> env.put("DISPLAY", name));
  }
}
