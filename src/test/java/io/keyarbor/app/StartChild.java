package io.keyarbor.app;

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
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Window;

/** A start of the desktop app in a process of its own. */
final class StartChild {
  private StartChild() {}

  /**
   * Starts one.
   *
   * @param home of the person
   * @param damaged what of the installation is not as it should be, before all else
   */
  static Process start(Path home, Path... damaged) throws IOException {
    List<String> classPath = new ArrayList<>();
    List.of(damaged).forEach(path -> classPath.add(path.toString()));
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
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> env = builder.environment();
    env.put("HOME", home.toString());
    for (String kind : List.of("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "RUNTIME_DIR")) {
      env.put("XDG_" + kind, home.resolve(kind).toString());
    }
    env.remove("DBUS_SESSION_BUS_ADDRESS");
    return builder.start();
  }

  /** Entry point; says {@code told}, or {@code shown} and waits until its input ends. */
  public static void main(String[] args) throws Exception {
    Optional<SingleInstance> instance = SingleInstance.claim(Folders.ofThisSystem(), Wish.RAISE);
    if (instance.isEmpty()) {
      say("told");
      return;
    }
    DesktopApp.start(instance, Wish.RAISE);
    while (windows() == 0) {
      Thread.onSpinWait();
    }
    say("shown");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static int windows() throws Exception {
    FutureTask<Integer> count = new FutureTask<>(() -> Window.getWindows().size());
    Platform.runLater(count);
    return count.get();
  }

  private static void say(String word) {
    System.out.print(word + "\n");
    System.out.flush();
  }
}
