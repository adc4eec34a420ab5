package io.keyarbor.demo.tour;

import static io.keyarbor.language.Texts.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * What is on the screen: finds a node in any showing window, topmost first, by css selector ({@code
 * #id}, {@code .class}) or by what it says, to the eye or to assistive technology. For the JavaFX
 * thread.
 */
final class Screen {
  private Screen() {}

  /** The first visible node that {@code what} names; words may be given in English always. */
  static Optional<Node> find(String what) {
    List<Node> nodes = visible();
    Optional<Node> exact =
        nodes.stream()
            .filter(n -> matches(n, what))
            .findFirst()
            .or(() -> nodes.stream().filter(n -> matches(n, tr(what))).findFirst());
    if (exact.isPresent() && exact.get() instanceof Label label && label.getLabelFor() != null) {
      return Optional.of(label.getLabelFor());
    }
    return exact;
  }

  /** All visible nodes of showing windows, those drawn later first. */
  static List<Node> visible() {
    List<Node> found = new ArrayList<>();
    for (Window window : Window.getWindows().reversed()) {
      if (window.isShowing() && window.getScene() != null) {
        collect(window.getScene().getRoot(), found);
      }
    }
    return found;
  }

  /** A list of what a person could read, for the message when something is missing. */
  static String describe() {
    List<String> lines = new ArrayList<>();
    for (Node node : visible()) {
      List<String> words = words(node).distinct().toList();
      if (!words.isEmpty() && !(node instanceof Text)) {
        String id = node.getId() == null ? "" : " #" + node.getId();
        lines.add(node.getClass().getSimpleName() + id + " " + words);
      }
    }
    return lines.isEmpty() ? "nothing" : String.join("\n  ", lines.reversed());
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable().reversed()) {
        collect(child, found);
      }
    }
    found.add(node);
  }

  private static boolean matches(Node node, String what) {
    if (what.startsWith("#")) {
      return what.substring(1).equals(node.getId());
    }
    if (what.startsWith(".")) {
      return node.getStyleClass().contains(what.substring(1));
    }
    return words(node).anyMatch(what::equals);
  }

  private static Stream<String> words(Node node) {
    Stream<String> spoken = Stream.ofNullable(node.getAccessibleText());
    if (node instanceof Labeled labeled) {
      return Stream.concat(Stream.ofNullable(labeled.getText()), spoken).filter(w -> !w.isBlank());
    }
    if (node instanceof Text && node.getParent() instanceof Labeled) {
      return Stream.empty(); // The control says it.
    }
    if (node instanceof Text text) {
      return Stream.concat(Stream.ofNullable(text.getText()), spoken).filter(w -> !w.isBlank());
    }
    if (node instanceof TextInputControl input) {
      return Stream.concat(Stream.ofNullable(input.getPromptText()), spoken)
          .filter(w -> !w.isBlank());
    }
    return spoken.filter(w -> !w.isBlank());
  }
}
