package io.keyarbor.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Brings into view what would lie outside of it. For the JavaFX thread. */
public final class Scrolling {
  private Scrolling() {}

  /** Brings {@code node} into the view of every scroll pane around it. */
  public static void reveal(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane pane && pane.getContent() != null) {
        reveal(pane, node);
      }
    }
  }

  /** Moves the focus to {@code node} and brings it into view, also where it is new. */
  public static void focus(Node node) {
    node.requestFocus();
    if (node.getScene() != null) {
      node.getScene().getRoot().applyCss();
      node.getScene().getRoot().layout();
      reveal(node);
    }
  }

  private static void reveal(ScrollPane pane, Node node) {
    Bounds inScene = node.localToScene(node.getLayoutBounds());
    Bounds view = pane.localToScene(pane.getLayoutBounds());
    if (view.contains(inScene)) {
      return;
    }
    Node content = pane.getContent();
    Bounds at = content.sceneToLocal(inScene);
    double spare = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
    if (spare > 0) {
      double top = at.getCenterY() - pane.getViewportBounds().getHeight() / 2;
      pane.setVvalue(Math.clamp(top / spare, 0, 1));
    }
  }
}
