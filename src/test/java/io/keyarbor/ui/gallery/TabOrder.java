package io.keyarbor.ui.gallery;

import io.keyarbor.demo.tour.FxThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Presses Tab until the focus has come round, and tells what a person would stumble over. */
final class TabOrder {
  private static final int MOST_STOPS = 400;

  private TabOrder() {}

  /** What is wrong with the way of the focus through the part that {@code guide} shows. */
  static List<String> faultsIn(Guide guide) {
    Map<Node, Bounds> places = new HashMap<>();
    FxThread.run(() ->
        Nodes.shown(guide.part()).forEach(n -> places.put(n, n.localToScene(n.getLayoutBounds()))));
    List<String> faults = new ArrayList<>();
    List<Node> stops = way(guide, faults);
    FxThread.run(() -> {
      Parent part = guide.part();
      outside(part, stops, faults);
      unreached(part, stops, faults);
      for (int i = 0; i + 1 < stops.size(); i++) {
        Bounds here = places.get(seenBeside(stops.get(i), stops.get(i + 1)));
        Bounds next = places.get(seenBeside(stops.get(i + 1), stops.get(i)));
        if (here != null && next != null && isBackwards(here, next) && !isToast(stops.get(i + 1))) {
          faults.add(
              "the focus goes back from "
                  + Nodes.place(stops.get(i))
                  + " to "
                  + Nodes.place(stops.get(i + 1)));
        }
      }
    });
    return faults;
  }

  /** The node, or what it is scrolled in if {@code other} is not scrolled with it. */
  private static Node seenBeside(Node node, Node other) {
    return Nodes.around(node)
        .filter(n -> n instanceof ScrollPane && Nodes.around(other).noneMatch(o -> o == n))
        .reduce((inner, outer) -> outer)
        .orElse(node);
  }

  /** The stops from the first in reading order, each once. */
  private static List<Node> way(Guide guide, List<String> faults) {
    List<Node> stops = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Node start = FxThread.ask(() -> guide.scene().getFocusOwner());
    Node at = start;
    while (at != null && !seen.contains(at) && stops.size() < MOST_STOPS) {
      at = FxThread.ask(() -> further(guide, stops, seen));
    }
    if (at != start) {
      Node end = at;
      String where = FxThread.ask(() -> end == null ? "nothing" : Nodes.place(end));
      faults.add("Tab is caught at " + where + " after " + stops.size() + " stops");
    }
    return rotated(stops);
  }

  /**
   * Presses Tab until the focus was there before, or would leave: a dialog brings it back a moment
   * later. Tells where it is.
   */
  private static Node further(Guide guide, List<Node> stops, Set<Node> seen) {
    Scene scene = guide.scene();
    Parent part = guide.part();
    Node at = scene.getFocusOwner();
    boolean entering = true;
    while (at != null && !seen.contains(at)) {
      boolean left = Nodes.around(at).noneMatch(n -> n == part);
      if (left && !entering) {
        return at;
      }
      entering = false;
      seen.add(at);
      stops.add(at);
      tab(at);
      at = scene.getFocusOwner();
    }
    return at;
  }

  /** Begins with what stands first in the scene, not with what had the focus. */
  private static List<Node> rotated(List<Node> stops) {
    return FxThread.ask(() -> {
      List<Node> order =
          stops.isEmpty() ? List.of() : Nodes.shown(stops.getFirst().getScene().getRoot());
      int first = 0;
      for (int i = 1; i < stops.size(); i++) {
        if (order.indexOf(stops.get(i)) < order.indexOf(stops.get(first))) {
          first = i;
        }
      }
      List<Node> result = new ArrayList<>(stops.subList(first, stops.size()));
      result.addAll(stops.subList(0, first));
      return result;
    });
  }

  private static void tab(Node at) {
    // Where Tab is a character, as in code, Ctrl+Tab leads on; the keyboard map says so.
    boolean writes = at.getStyleClass().contains("code-text");
    Event.fireEvent(
        at, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "", KeyCode.TAB, false, writes, false, false));
  }

  private static void outside(Parent part, List<Node> stops, List<String> faults) {
    stops.stream()
        .filter(stop -> Nodes.around(stop).noneMatch(n -> n == part))
        .forEach(stop -> faults.add("the focus leaves the dialog to " + Nodes.place(stop)));
  }

  private static void unreached(Parent part, List<Node> stops, List<String> faults) {
    Nodes.shown(part).stream()
        .filter(n ->
            n instanceof Control && n.isFocusTraversable() && !Nodes.inText(n) && !n.isDisabled())
        .filter(n -> !isOneOfGroup(n) && !Nodes.inCell(n))
        .filter(n -> Nodes.around(n).noneMatch(stops::contains))
        .forEach(n -> faults.add("Tab never reaches " + Nodes.place(n)));
  }

  /** Of a group of choices Tab stops at one, and arrows lead to the others. */
  private static boolean isOneOfGroup(Node node) {
    return (node instanceof RadioButton radio && radio.getToggleGroup() != null)
        || (node instanceof ToggleButton toggle && toggle.getToggleGroup() != null);
  }

  /** Toasts float above the window, and come last. */
  private static boolean isToast(Node node) {
    return node.getStyleClass().contains("toast-action");
  }

  /** In reading order one goes down, or right; up only where a column ends and the next begins. */
  private static boolean isBackwards(Bounds here, Bounds next) {
    double slack = 2;
    boolean above = next.getMaxY() <= here.getMinY() + slack;
    boolean sameRow = !above && next.getMinY() < here.getMaxY() - slack;
    boolean toTheRight = next.getMinX() >= here.getMaxX() - slack;
    boolean toTheLeft = next.getMaxX() <= here.getMinX() + slack;
    return (above && !toTheRight) || (sameRow && toTheLeft);
  }
}
