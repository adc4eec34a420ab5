package io.keyarbor.app;

import io.keyarbor.platform.Folders;
import javafx.application.Platform;

/** The desktop app in windows of the system. */
final class DesktopApp {
  private DesktopApp() {}

  /** Shows the first window and returns; the app ends when its last window closes. */
  static void start(boolean demo) {
    Platform.startup(() -> {
      Windows windows = new Windows(new Wiring(Folders.ofThisSystem()));
      if (demo) {
        windows.showDemo(() -> {}, Platform::exit);
      } else {
        windows.showMain();
      }
    });
  }
}
