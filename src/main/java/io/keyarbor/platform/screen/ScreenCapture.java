package io.keyarbor.platform.screen;

import java.util.Locale;
import java.util.Optional;

/**
 * Leaves this program's windows out of screenshots and recordings, or lets them in. For the JavaFX
 * thread, on which the systems want to be asked. Neither X11 nor Wayland has such a thing.
 */
public interface ScreenCapture {
  /** Leaves every window that is shown now out of pictures, or not. */
  void hide(boolean hidden);

  /** That of this system; empty where there is none. */
  static Optional<ScreenCapture> ofThisSystem() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    try {
      return os.startsWith("windows") ? Optional.of(new WindowsCapture()) : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Without the system's library.
      return Optional.empty();
    }
  }
}
