package io.keyarbor.app;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import java.util.Optional;
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
    StartUp startUp = new StartUp(instance);
    startUp.run(() ->
        Platform.startup(() ->
            startUp.run(
                () -> new Windows(new Wiring(Folders.ofThisSystem())).showMain(startUp, first))));
  }

  /** Shows the demo alone. */
  static void startDemo() {
    StartUp startUp = new StartUp(Optional.empty());
    startUp.run(() ->
        Platform.startup(() ->
            startUp.run(() ->
                new Windows(new Wiring(Folders.ofThisSystem()))
                    .showDemo(() -> {}, Platform::exit))));
  }
}
