package io.keyarbor.app;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import javafx.application.Platform;

/** The desktop app in windows of the system. */
final class DesktopApp {
  private DesktopApp() {}

  /**
   * Shows the first window and returns; the app ends when its last window closes.
   *
   * @param instance where later starts tell what they want; empty if they cannot
   * @param first what this start asks for
   */
  static void start(Optional<SingleInstance> instance, Wish first) {
    start(new StartUp(instance), (windows, startUp) -> windows.showMain(startUp, first));
  }

  /** Shows the demo alone. */
  static void startDemo() {
    start(
        new StartUp(Optional.empty()),
        (windows, startUp) -> windows.showDemo(() -> {}, Platform::exit));
  }

  private static void start(StartUp startUp, BiConsumer<Windows, StartUp> show) {
    startUp.run(() -> {
      // Beside JavaFX, which takes its time to start.
      FutureTask<Wiring> wiring = new FutureTask<>(() -> new Wiring(Folders.ofThisSystem()));
      Thread.ofPlatform().name("keyarbor-start").start(wiring);
      Platform.startup(
          () -> startUp.run(() -> show.accept(new Windows(Later.of(wiring)), startUp)));
    });
  }
}
