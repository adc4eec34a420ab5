package io.keyarbor.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keeps the focus within one part of the window until it is released. */
final class FocusTrap {
  private final Scene scene;
  private final Parent within;
  private final Node before;
  private final ChangeListener<Node> listener = (property, old, owner) -> check(owner);
  private boolean backwards;
  private boolean active = true;

  /** Moves the focus to the first control in {@code within}. */
  FocusTrap(Scene scene, Parent within) {
    this.scene = scene;
    this.within = within;
    before = scene.getFocusOwner();
    within.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.TAB) {
            backwards = e.isShiftDown();
          }
        });
    scene.focusOwnerProperty().addListener(listener);
    List<Node> stops = stops();
    if (!stops.isEmpty()) {
      firstInContent(stops).requestFocus();
    }
  }

  /** Whether this trap is the one that works; a dialog above takes over. */
  void setActive(boolean active) {
    this.active = active;
  }

  private void check(Node owner) {
    if (active && !isWithin(owner)) {
      // Later, so that a control which the content itself focuses meanwhile wins.
      Platform.runLater(() -> {
        if (active && !isWithin(scene.getFocusOwner())) {
          comeRound();
        }
      });
    }
  }

  private void comeRound() {
    List<Node> stops = stops();
    if (!stops.isEmpty()) {
      (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
    }
    backwards = false;
  }

  private List<Node> stops() {
    List<Node> stops = new ArrayList<>();
    collect(within, stops);
    return stops;
  }

  /** The closing cross comes first in order, but nobody wants to begin there. */
  private static Node firstInContent(List<Node> stops) {
    return stops.stream()
        .filter(n -> !n.getStyleClass().contains("dialog-close"))
        .findFirst()
        .orElse(stops.getFirst());
  }

  private boolean isWithin(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == within) {
        return true;
      }
    }
    return false;
  }

  private static void collect(Parent parent, List<Node> stops) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) {
        continue;
      }
      if (child.isFocusTraversable()) {
        stops.add(child);
      } else if (child instanceof Parent inner) {
        collect(inner, stops);
      }
    }
  }

  /** Ends and gives the focus back to where it was. */
  void release() {
    active = false;
    scene.focusOwnerProperty().removeListener(listener);
    if (before != null && before.getScene() == scene) {
      before.requestFocus();
    }
  }
}
