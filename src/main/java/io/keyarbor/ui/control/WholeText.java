package io.keyarbor.ui.control;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Shows the whole of a text that ends in dots, where the mouse rests on it: names, paths and rows
 * have no longest length. Assistive technology reads the whole text anyway.
 */
public final class WholeText {
  private WholeText() {}

  /** Holds for everything in {@code scene} that has no tooltip of its own. */
  public static void in(Scene scene) {
    scene.addEventFilter(
        MouseEvent.MOUSE_ENTERED_TARGET,
        event -> {
          if (event.getTarget() instanceof Node node) {
            labeled(node).ifPresent(WholeText::follow);
          }
        });
  }

  private static Optional<Labeled> labeled(Node node) {
    return Stream.iterate(node, n -> n != null, n -> (Node) n.getParent())
        .limit(2)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .findFirst();
  }

  /** Gives the text a tooltip while it is cut off, and takes it back when it is not. */
  private static void follow(Labeled labeled) {
    boolean ours = labeled.getTooltip() instanceof Whole;
    if (labeled.isTextTruncated() && (ours || labeled.getTooltip() == null)) {
      labeled.setTooltip(new Whole(labeled.getText()));
    } else if (ours) {
      labeled.setTooltip(null);
    }
  }

  /** A tooltip of this class, and not of the control's own. */
  private static final class Whole extends Tooltip {
    Whole(String text) {
      super(text);
      setWrapText(true);
      setMaxWidth(600);
    }
  }
}
