package io.keyarbor.ui.desktop;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.event.EventHandler;
import javafx.event.WeakEventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/** Tells of every key, click and move in any window of the app. */
public final class IdleTouch {
  private final EventHandler<InputEvent> touched;
  private final EventHandler<InputEvent> touch;
  private final ListChangeListener<Window> changes = this::changed;

  private IdleTouch(Runnable touched) {
    this.touched = event -> touched.run();
    touch = new WeakEventHandler<>(this.touched);
  }

  /**
   * Watches the windows that show now and later, for as long as {@code owner} is in memory; for the
   * JavaFX thread.
   *
   * @param touched called each time, so it must be quick
   */
  public static void watch(Window owner, Runnable touched) {
    IdleTouch watch = new IdleTouch(touched);
    // Its window keeps it. The platform and other windows must not, or each window stays for ever.
    owner.getProperties().put(watch, watch);
    Window.getWindows().forEach(window -> window.addEventFilter(InputEvent.ANY, watch.touch));
    Window.getWindows().addListener(new WeakListChangeListener<>(watch.changes));
  }

  private void changed(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getRemoved().forEach(window -> window.removeEventFilter(InputEvent.ANY, touch));
      change.getAddedSubList().forEach(window -> window.addEventFilter(InputEvent.ANY, touch));
    }
  }
}
