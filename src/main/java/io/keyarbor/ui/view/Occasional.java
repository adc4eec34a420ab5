package io.keyarbor.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Parts of a view that are there at times only. What is not is taken out, not just made invisible:
 * JavaFX styles and builds invisible controls all the same, which the first window would wait for.
 * For the JavaFX thread.
 */
public final class Occasional {
  private final Map<Node, Pane> parents = new HashMap<>();
  private final Map<Pane, List<Node>> whole = new HashMap<>();

  /** Shows {@code node} at its place in the view, or takes it out of it. */
  public void show(Node node, boolean shown) {
    Pane parent = parents.computeIfAbsent(node, n -> (Pane) n.getParent());
    List<Node> all = whole.computeIfAbsent(parent, p -> List.copyOf(p.getChildren()));
    List<Node> present = parent.getChildren();
    if (shown && !present.contains(node)) {
      long before = all.subList(0, all.indexOf(node)).stream().filter(present::contains).count();
      present.add((int) before, node);
    } else if (!shown) {
      present.remove(node);
    }
  }
}
