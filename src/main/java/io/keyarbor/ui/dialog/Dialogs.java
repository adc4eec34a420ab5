package io.keyarbor.ui.dialog;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/**
 * Speaks with the person inside the window: dialogs, questions, toasts, errors. For the JavaFX
 * thread only. Everything shown closes with the window it is shown in, so also when the vault
 * locks.
 */
public interface Dialogs {
  /**
   * Shows {@code content} under a title above everything else and moves the focus into it, where it
   * stays. Dialogs stack. The content brings its own buttons: the first one that is a default
   * button answers Enter, as in any window.
   *
   * @param onCloseRequest called when the person presses Escape or the closing cross; it may ask
   *     back, and closes the handle if it agrees
   */
  Handle show(Region content, String title, Runnable onCloseRequest);

  /** Asks {@code question}; calls {@code yes} if that is the answer, or else nothing. */
  void confirm(Question question, Runnable yes);

  /**
   * Says that something is done, for some seconds, without taking the focus.
   *
   * @param way a button in the toast
   */
  void toast(String message, Optional<Action> way);

  /**
   * Says that something is done, with a button that takes it back. After the toast is gone Ctrl+Z
   * still does, the newest first, until everything is closed. A way back that failed says why, and
   * is there again if that may help.
   *
   * @param back says itself what came of it if it was gone; holds no secret
   */
  void undoable(String message, Back back);

  /** A way back. */
  @FunctionalInterface
  interface Back {
    /** Goes it, and tells {@code failed} if that was not possible. */
    void go(Consumer<Throwable> failed);
  }

  /**
   * What the person asked for is done: says it to one who looks elsewhere by now. Who looks at the
   * window sees it there.
   *
   * @param message without any name
   */
  default void finished(String message) {}

  /**
   * Says what went wrong and what to do. What Keyarbor foresaw is told in its own words; anything
   * else as an unexpected error with a code to copy and without a stack trace.
   */
  void error(Throwable failure);

  /** A dialog on the screen. */
  interface Handle {
    /** Removes the dialog and gives the focus back. Closing twice does nothing. */
    void close();
  }

  /**
   * A button and what it does.
   *
   * @param label a verb, e.g. {@code Undo}
   */
  record Action(String label, Runnable run) {}

  /**
   * A question with two answers, of which the other is always {@code Cancel}.
   *
   * @param title the question in a few words
   * @param text what will happen and whether it can be undone
   * @param yes label of the answer that goes on, a verb
   * @param destructive whether the answer loses something: it is then red and not the default
   */
  record Question(String title, String text, String yes, boolean destructive) {}
}
