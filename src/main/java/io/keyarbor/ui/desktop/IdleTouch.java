package io.keyarbor.ui.desktop;

import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/** Tells of every key, click and move in any window of the app. */
public final class IdleTouch {
  private final EventHandler<InputEvent> touch;

  /**
   * Watches the windows that show now and later; for the JavaFX thread.
   *
   * @param touched called each time, so it must be quick
   */
  public IdleTouch(Runnable touched) {
    touch = event -> touched.run();
    Window.getWindows().forEach(window -> window.addEventFilter(InputEvent.ANY, touch));
    Window.getWindows().addListener((ListChangeListener<Window>) this::changed);
  }

  private void changed(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getRemoved().forEach(window -> window.removeEventFilter(InputEvent.ANY, touch));
      change.getAddedSubList().forEach(window -> window.addEventFilter(InputEvent.ANY, touch));
    }
  }
}
