package io.keyarbor.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Finds what assistive technology could not tell a person: controls without a role or a name. */
final class Naming {
  private static final Set<AccessibleRole> NONE =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

  private Naming() {}

  /** Which controls in {@code root} have no role, no name, or as icons no tooltip; in words. */
  static List<String> faultsIn(Node root) {
    List<String> faults = new ArrayList<>();
    List<Node> shown = Nodes.shown(root);
    for (Node node : shown) {
      if (!node.isFocusTraversable() || node.isDisabled() || Nodes.inText(node)) {
        continue;
      }
      if (node.getAccessibleRole() == null || NONE.contains(node.getAccessibleRole())) {
        faults.add("no role: " + Nodes.place(node));
      }
      if (!isNamed(node, shown)) {
        faults.add("no name: " + Nodes.place(node));
      }
      if (node instanceof ButtonBase button
          && !showsWords(button)
          && !isLabelled(button, shown)
          && button.getTooltip() == null) {
        faults.add("an icon without a tooltip: " + Nodes.place(node));
      }
    }
    return faults;
  }

  private static boolean isNamed(Node node, List<Node> shown) {
    boolean own = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    return own
        || (node instanceof Labeled labeled && showsWords(labeled))
        || isLabelled(node, shown);
  }

  private static boolean isLabelled(Node node, List<Node> shown) {
    return shown.stream().anyMatch(n -> n instanceof Label label && label.getLabelFor() == node);
  }

  /** Whether a person who sees it reads something on it. */
  private static boolean showsWords(Control control) {
    return Nodes.shown(control).stream()
        .anyMatch(n ->
            n instanceof Labeled labeled
                && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                && labeled.getText() != null
                && !labeled.getText().isBlank());
  }
}
