package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/**
 * Which keys do what. Whatever binds keys to a part of the window notes them here, and a test holds
 * that the map has words for each of them and for no other.
 */
public final class KeyMap {
  private static final Object BOUND = "keyarbor.keys";

  private KeyMap() {}

  /**
   * A key and what it does.
   *
   * @param keys as {@link KeyCombination} reads them
   */
  record Line(String keys, String does) {
    /** The keys as they stand on the keyboard. */
    String shown() {
      return KeyCombination.valueOf(keys)
          .getDisplayText()
          .replace("Ctrl", tr("Ctrl"))
          .replace("Shift", tr("Shift"))
          .replace("↵", tr("Enter"))
          .replace("Delete", tr("Del"))
          .replace("Down", tr("Down arrow"));
    }
  }

  /** Notes that {@code keys} do something in {@code node}. */
  public static void note(Node node, Collection<? extends KeyCombination> keys) {
    List<KeyCombination> all = new ArrayList<>(bound(node));
    all.addAll(keys);
    node.getProperties().put(BOUND, all);
  }

  /** The keys that were noted for {@code node}. */
  static List<KeyCombination> bound(Node node) {
    return node.getProperties().get(BOUND) instanceof List<?> list
        ? list.stream().map(KeyCombination.class::cast).toList()
        : List.of();
  }

  /** What is bound in the window's parts, by the id of the part. */
  static Map<String, List<Line>> parts() {
    Map<String, List<Line>> parts = new LinkedHashMap<>();
    parts.put(
        "root",
        List.of(
            new Line("Shortcut+F", tr("Search")),
            new Line("Shortcut+K", tr("Quick search")),
            new Line("Shortcut+Shift+E", tr("Expiry calendar")),
            new Line("Shortcut+N", tr("Add a credential")),
            new Line("Shortcut+E", tr("Edit what is chosen")),
            new Line("Shortcut+T", tr("Test what is chosen")),
            new Line("F5", tr("Test what is chosen")),
            new Line("Shortcut+Shift+T", tr("Test all that are listed")),
            new Line("Shortcut+Shift+P", tr("Profiles")),
            new Line("Shortcut+I", tr("Import")),
            new Line("Shortcut+Comma", tr("Settings")),
            new Line("Shortcut+L", tr("Lock the vault"))));
    parts.put(
        "tree",
        List.of(
            new Line("Shortcut+C", tr("Copy the main secret")),
            new Line("Enter", tr("Go to the details")),
            new Line("Delete", tr("Move to the trash"))));
    parts.put(
        "search",
        List.of(
            new Line("Down", tr("Go to the list")),
            new Line("Enter", tr("Go to the list")),
            new Line("Esc", tr("Clear the search"))));
    parts.put(
        "searches",
        List.of(
            new Line("F2", tr("Rename the saved search")),
            new Line("Delete", tr("Delete saved search"))));
    return parts;
  }

  /** What holds in every window. */
  static List<Line> everywhere() {
    return List.of(
        new Line("F1", tr("Help for where you are")),
        new Line("Shortcut+Slash", tr("This keyboard map")),
        new Line("Shortcut+Z", tr("Undo what was done last")),
        new Line("Tab", tr("Go to the next control; with Shift to the one before")),
        new Line("Ctrl+Tab", tr("Leave a text in which Tab writes")),
        new Line("Enter", tr("Press the main button of a dialog")),
        new Line("Esc", tr("Close a dialog or a menu")));
  }

  /** The heading over a part's keys. */
  static String heading(String part) {
    return switch (part) {
      case "root" -> tr("In the window");
      case "tree" -> tr("In the list");
      case "search" -> tr("In the search field");
      case "searches" -> tr("On a saved search");
      default -> throw new IllegalArgumentException("no part " + part);
    };
  }
}
