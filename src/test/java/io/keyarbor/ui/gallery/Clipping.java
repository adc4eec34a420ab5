package io.keyarbor.ui.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Finds what is cut off: text that does not fit, nodes that stick out of what they lie in, content
 * that no scroll bar reaches.
 *
 * <p>Rows of lists may end in dots, and so may names and paths a person chose, which have no
 * longest length: the whole text is shown where the mouse rests, see {@code WholeText}.
 */
final class Clipping {
  /** Half a pixel may be lost to rounding on each side. */
  private static final double SLACK = 1.1;

  /** A dialog with so much above it could be higher. */
  private static final double MUCH = 100;

  private static final Set<String> MAY_END_IN_DOTS =
      Set.of("path", "tag", "vault-name", "elides", "find-place", "find-preview", "column-name");

  /** What is in them is meant to stand out of them. */
  private static final Set<String> WITHOUT_SIZE = Set.of("tree-disclosure-node", "combo-box-popup");

  private Clipping() {}

  /** What is cut off in {@code root}, in words. */
  static List<String> in(Node root) {
    List<String> faults = new ArrayList<>();
    for (Node node : Nodes.shown(root)) {
      if (Nodes.inText(node)) {
        continue;
      }
      switch (node) {
        case Labeled labeled -> text(labeled, faults);
        case TextField field -> prompt(field, faults);
        case ScrollPane scroll -> reach(scroll, faults);
        case TextFlow flow -> height(flow, faults);
        default -> {}
      }
      if (node.getParent() instanceof Pane pane
          && pane.getClip() == null
          && !isScrolled(node)
          && pane.getStyleClass().stream().noneMatch(WITHOUT_SIZE::contains)) {
        sticksOut(node, pane, faults);
      }
    }
    return faults;
  }

  /** What is scrolled may be larger than what is seen of it. */
  private static boolean isScrolled(Node node) {
    return Nodes.around(node)
        .skip(1)
        .limit(2)
        .anyMatch(n -> n.getStyleClass().contains("viewport"));
  }

  private static void text(Labeled labeled, List<String> faults) {
    if (labeled.getText() == null || labeled.getText().isBlank() || !labeled.isTextTruncated()) {
      return;
    }
    boolean may =
        Nodes.inCell(labeled)
            || Nodes.around(labeled)
                .limit(2)
                .flatMap(n -> n.getStyleClass().stream())
                .anyMatch(MAY_END_IN_DOTS::contains);
    if (!may) {
      faults.add("text ends in dots: " + Nodes.place(labeled));
    }
  }

  private static void prompt(TextField field, List<String> faults) {
    String prompt = field.getPromptText();
    if (prompt == null || prompt.isEmpty()) {
      return;
    }
    Text measured = new Text(prompt);
    measured.setFont(field.getFont());
    double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
    if (measured.getLayoutBounds().getWidth() > room + SLACK) {
      faults.add("prompt “" + prompt + "” does not fit: " + Nodes.place(field));
    }
  }

  private static void height(Region region, List<String> faults) {
    if (region.prefHeight(region.getWidth()) > region.getHeight() + SLACK) {
      faults.add("text is cut in height: " + Nodes.place(region));
    }
  }

  private static void reach(ScrollPane scroll, List<String> faults) {
    if (!(scroll.getContent() instanceof Region content)) {
      return;
    }
    Bounds view = scroll.getViewportBounds();
    if (scroll.getHbarPolicy() == ScrollBarPolicy.NEVER
        && content.getWidth() > view.getWidth() + SLACK) {
      faults.add(
          "content is wider than it can be scrolled: "
              + Nodes.place(scroll)
              + " for it holds "
              + Nodes.place(widest(content)));
    }
    if (scroll.getStyleClass().contains("dialog-scroll")
        && content.prefHeight(view.getWidth()) > view.getHeight() + SLACK
        && scroll.getParent().getLayoutY() > MUCH) {
      faults.add("a dialog is cut, though the window has room: " + Nodes.place(scroll));
    }
    if (scroll.getVbarPolicy() == ScrollBarPolicy.NEVER
        && content.getHeight() > view.getHeight() + SLACK) {
      faults.add("content is higher than it can be scrolled: " + Nodes.place(scroll));
    }
  }

  private static Node widest(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .filter(Node::isManaged)
        .max(Comparator.comparingDouble(n -> n.minWidth(-1)))
        .filter(n -> n.minWidth(-1) > 0)
        .map(n -> n instanceof Pane inner ? widest(inner) : n)
        .orElse(parent);
  }

  private static void sticksOut(Node node, Pane pane, List<String> faults) {
    Bounds own = node.localToParent(node.getLayoutBounds());
    boolean out =
        own.getMinX() < -SLACK
            || own.getMinY() < -SLACK
            || own.getMaxX() > pane.getWidth() + SLACK
            || own.getMaxY() > pane.getHeight() + SLACK;
    if (out && own.getWidth() > 0 && own.getHeight() > 0) {
      faults.add(
          "sticks out of what it lies in, %.0f…%.0f × %.0f…%.0f of %.0f × %.0f: %s"
              .formatted(
                  own.getMinX(),
                  own.getMaxX(),
                  own.getMinY(),
                  own.getMaxY(),
                  pane.getWidth(),
                  pane.getHeight(),
                  Nodes.place(node)));
    }
  }
}
