package io.keyarbor.app;

import io.keyarbor.platform.screen.ScreenCapture;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.desktop.Companion;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/** Leaves the app's windows out of pictures of the screen, if that is what the person wants. */
final class HiddenFromPictures implements Companion {
  private final ScreenCapture capture;
  private final SettingsStore settings;

  /** From now on, for each window that shows; on the JavaFX thread. */
  HiddenFromPictures(ScreenCapture capture, SettingsStore settings) {
    this.capture = capture;
    this.settings = settings;
    // A window is known to the system only after it is in this list.
    Window.getWindows()
        .addListener((ListChangeListener<Window>) change -> Platform.runLater(this::apply));
    settings.onChange(s -> Platform.runLater(this::apply));
  }

  private void apply() {
    capture.hide(settings.current().protection().hideFromScreenshots());
  }
}
