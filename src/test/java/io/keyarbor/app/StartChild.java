package io.keyarbor.app;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** A start of the desktop app in a process of its own. */
final class StartChild {
  private StartChild() {}

  /**
   * Starts one.
   *
   * @param home of the person
   * @param damaged what of the installation is not as it should be
   * @param refused why it is not to start
   */
  static Process start(Path home, Optional<Path> damaged, String... refused) throws IOException {
    List<String> classPath = new ArrayList<>();
    damaged.ifPresent(path -> classPath.add(path.toString()));
    classPath.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            String.join(File.pathSeparator, classPath),
            StartChild.class.getName()));
    command.addAll(List.of(refused));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> env = builder.environment();
    env.put("HOME", home.toString());
    for (String kind : List.of("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "RUNTIME_DIR")) {
      env.put("XDG_" + kind, home.resolve(kind).toString());
    }
    env.remove("DBUS_SESSION_BUS_ADDRESS");
    return builder.start();
  }

  /**
   * Entry point; says {@code told}, or {@code shown} and waits until its input ends. With an
   * argument it is one that is not to start for that reason; it says what its window says, and
   * closes that.
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      RefusedStart.show(args[0]);
      await();
      say(FxThread.ask(StartChild::readAndClosed));
      return;
    }
    Optional<SingleInstance> instance = SingleInstance.claim(Folders.ofThisSystem(), Wish.RAISE);
    if (instance.isEmpty()) {
      say("told");
      return;
    }
    DesktopApp.start(instance, Wish.RAISE);
    await();
    say("shown");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void await() {
    while (FxThread.ask(() -> Window.getWindows().isEmpty())) {
      Thread.onSpinWait();
    }
  }

  private static String readAndClosed() {
    Window window = Window.getWindows().getFirst();
    DialogPane said = (DialogPane) window.getScene().getRoot();
    window.hide();
    return said.getHeaderText() + ": " + said.getContentText();
  }

  private static void say(String word) {
    System.out.print(word + "\n");
    System.out.flush();
  }
}
