package io.keyarbor.demo.tour;

import io.keyarbor.ui.control.Scrolling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * Eyes and hands over JavaFX windows: looks for things as a person would, by what they say, moves
 * the mouse, types, and takes pictures. Whatever cannot be found or done in time fails with a list
 * of what is on the screen.
 *
 * <p>Lives on a thread of its own, never the JavaFX thread. A node is named by css id ({@code
 * #save}), by style class ({@code .primary}), or by its words; a label names what it labels.
 */
public final class Person {
  private static final int PATIENCE = 60 * 15;

  private final int patience;

  /** One who waits for a quarter of a minute. */
  public Person() {
    this(PATIENCE);
  }

  /**
   * One with a patience of his own.
   *
   * @param patience how many frames, of which there are 60 in a second, he waits for anything
   */
  public Person(int patience) {
    this.patience = patience;
  }

  /** Waits until {@code what} is on the screen. */
  public Node see(String what) {
    return await(what, node -> true, "is not on the screen");
  }

  /** Waits until {@code what} is no longer on the screen. */
  public void seeGone(String what) {
    waitUntil(() -> Screen.find(what).isEmpty(), "“" + what + "” did not go away");
  }

  /** Waits until {@code condition}, asked on the JavaFX thread, holds. */
  public void waitUntil(BooleanSupplier condition, String otherwise) {
    for (int i = 0; i < patience; i++) {
      if (FxThread.ask(condition::getAsBoolean)) {
        return;
      }
      FxThread.pulses(1);
    }
    throw new AssertionError(otherwise + "; on the screen:\n  " + FxThread.ask(Screen::describe));
  }

  /** Whether {@code what} is on the screen now. */
  public boolean sees(String what) {
    return FxThread.ask(() -> Screen.find(what).isPresent());
  }

  /** Clicks {@code what}, once it can be clicked. */
  public void click(String what) {
    click(what, 1);
  }

  /** Clicks {@code what} twice. */
  public void doubleClick(String what) {
    click(what, 2);
  }

  private void click(String what, int times) {
    await(what, Person::canBeUsed, "cannot be clicked");
    FxThread.run(() -> find(what).ifPresent(Scrolling::reveal));
    FxThread.pulses(2);
    waitUntil(() -> clicked(what, times), "“" + what + "” cannot be reached with the mouse");
    FxThread.pulses(2);
  }

  /**
   * Looks for it once more and clicks it at once: a list may have given its row to another item
   * meanwhile. Does nothing if it cannot be reached yet.
   */
  private static boolean clicked(String what, int times) {
    Optional<Node> found = find(what).filter(Person::isInView);
    found.ifPresent(node -> {
      Robot robot = new Robot();
      robot.mouseMove(middle(node));
      for (int i = 0; i < times; i++) {
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
      }
    });
    return found.isPresent();
  }

  private static Optional<Node> find(String what) {
    return Screen.find(what).filter(Person::canBeUsed);
  }

  /** Scrolls to it; whether that was enough is known after the next layout. */
  private static boolean isInView(Node node) {
    Window window = node.getScene().getWindow();
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    if (bounds == null || Double.isNaN(window.getX())) {
      return false;
    }
    Scrolling.reveal(node);
    return new BoundingBox(window.getX(), window.getY(), window.getWidth(), window.getHeight())
        .contains(bounds.getCenterX(), bounds.getCenterY());
  }

  /** Types {@code text} where the focus is; for plain text only. */
  public void type(String text) {
    type(text.toCharArray());
  }

  /** Types a secret where the focus is, character by character; the caller wipes the array. */
  public void type(char[] text) {
    for (int i = 0; i < text.length; ) {
      int codePoint = Character.codePointAt(text, i);
      FxThread.run(() -> Keyboard.typed(focusedScene(), codePoint));
      i += Character.charCount(codePoint);
    }
    FxThread.pulses(1);
  }

  /** Clicks {@code what}, replaces what is there by {@code text}. */
  public void fill(String what, String text) {
    fill(what, text.toCharArray());
  }

  /** Clicks {@code what}, replaces what is there by {@code secret}; the caller wipes the array. */
  public void fill(String what, char[] secret) {
    click(what);
    press("Ctrl+A");
    type(secret);
  }

  /** Presses a key or a combination, e.g. {@code Enter} or {@code Ctrl+Shift+K}. */
  public void press(String keys) {
    Keyboard.Keys pressed = Keyboard.Keys.of(keys);
    FxThread.run(() -> {
      Keyboard.fire(focusedScene(), KeyEvent.KEY_PRESSED, pressed);
      Keyboard.fire(focusedScene(), KeyEvent.KEY_RELEASED, pressed);
    });
    FxThread.pulses(2);
  }

  /** Takes a picture of the front window, as it is now, to a PNG file. */
  public void photograph(Path file) {
    FxThread.pulses(3);
    FxThread.run(() -> Camera.picture(focusedScene(), file));
  }

  /** What is on the screen, for a message. */
  public String describe() {
    return FxThread.ask(Screen::describe);
  }

  private Node await(String what, Predicate<Node> ready, String otherwise) {
    List<Node> found = new ArrayList<>();
    waitUntil(
        () -> {
          found.clear();
          Screen.find(what).filter(ready).ifPresent(found::add);
          return !found.isEmpty();
        },
        "“" + what + "” " + otherwise);
    return found.getFirst();
  }

  private static boolean canBeUsed(Node node) {
    Bounds bounds = node.getLayoutBounds();
    return !node.isDisabled() && bounds.getWidth() > 0 && bounds.getHeight() > 0;
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static Scene focusedScene() {
    List<Window> showing =
        Window.getWindows().stream().filter(w -> w.isShowing() && w.getScene() != null).toList();
    if (showing.isEmpty()) {
      throw new AssertionError("no window is open");
    }
    return showing.stream()
        .filter(Window::isFocused)
        .reduce((first, last) -> last)
        .orElse(showing.getLast())
        .getScene();
  }
}
