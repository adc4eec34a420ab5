package io.keyarbor.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;

/** What the checks of the gallery ask of nodes. For the JavaFX thread. */
final class Nodes {
  private Nodes() {}

  /** All that are shown in {@code root}, itself too, in the order they are drawn. */
  static List<Node> shown(Node root) {
    List<Node> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    found.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** The node and all it lies in, nearest first. */
  static Stream<Node> around(Node node) {
    return Stream.iterate(node, n -> n != null, n -> (Node) n.getParent());
  }

  /** Whether it lies in a row of a list, table or tree. */
  static boolean inCell(Node node) {
    return around(node)
        .anyMatch(n ->
            n instanceof IndexedCell
                && !(n instanceof ListCell && n.getParent() instanceof ComboBoxBase));
  }

  /** Whether it is a part of something that a person types into, which scrolls by itself. */
  static boolean inText(Node node) {
    return around(node).skip(1).anyMatch(n -> n instanceof TextInputControl);
  }

  /** Whether all of it can be seen, as far as what is around cuts off. */
  static boolean inView(Node node) {
    Bounds own = node.localToScene(node.getLayoutBounds());
    boolean inScene =
        own.getMinX() >= 0
            && own.getMinY() >= 0
            && own.getMaxX() <= node.getScene().getWidth()
            && own.getMaxY() <= node.getScene().getHeight();
    return inScene
        && around(node)
            .filter(n -> n.getClip() != null)
            .allMatch(n -> n.localToScene(n.getClip().getBoundsInParent()).contains(own));
  }

  /** What it is, for a message. */
  static String describe(Node node) {
    String id = node.getId() == null ? "" : " #" + node.getId();
    String words =
        node instanceof Labeled labeled && labeled.getText() != null
            ? " “" + labeled.getText() + "”"
            : node.getAccessibleText() == null ? "" : " (" + node.getAccessibleText() + ")";
    return node.getClass().getSimpleName()
        + id
        + " ."
        + String.join(".", node.getStyleClass())
        + words;
  }

  /** What it is, and in what it lies. */
  static String place(Node node) {
    return describe(node)
        + around(node)
            .skip(1)
            .filter(n -> !n.getStyleClass().isEmpty())
            .limit(4)
            .map(n -> " < " + n.getStyleClass().getFirst())
            .reduce("", String::concat);
  }
}
