package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
   * Keys and what each of them does.
   *
   * @param keys as {@link KeyCombination} reads them, with | between them and _ for a space
   */
  record Line(String keys, String does) {
    private static final int MOST_SHOWN = 2;
    private static final int WIDEST = 20;

    List<String> each() {
      return List.of(keys.split("\\|", -1));
    }

    /** The keys as they stand on the keyboard; of many the first and the last. */
    String shown() {
      List<String> all = each().stream().map(KeyMap::shown).toList();
      if (all.size() > MOST_SHOWN) {
        return all.getFirst() + " – " + all.getLast();
      }
      String line = String.join(", ", all);
      // A wide one would take the room from what all the others do.
      return line.length() > WIDEST ? String.join(",\n", all) : line;
    }
  }

  /**
   * Keys as they stand on the keyboard.
   *
   * @param keys as {@link KeyCombination} reads them
   */
  public static String shown(String keys) {
    return key(keys)
        .getDisplayText()
        .replace("Ctrl", tr("Ctrl"))
        .replace("Shift", tr("Shift"))
        .replace("↵", tr("Enter"))
        .replace("Delete", tr("Del"))
        .replace("Page Up", tr("Page Up"))
        .replace("Page Down", tr("Page Down"))
        .replace("Insert", tr("Ins"))
        .replace("Home", tr("Home"))
        .replace("Space", tr("Space"));
  }

  /** With an underscore for the space in a key's name. */
  static KeyCombination key(String keys) {
    return KeyCombination.valueOf(keys.replace('_', ' '));
  }

  /**
   * Notes keys that do something in {@code node}.
   *
   * @param keys as {@link KeyCombination} reads them, with _ for a space
   */
  public static void note(Node node, String... keys) {
    note(node, Stream.of(keys).map(KeyMap::key).toList());
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
            new Line("Shortcut+T|F5", tr("Test what is chosen")),
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
            new Line("Down|Enter", tr("Go to the list")), new Line("Esc", tr("Clear the search"))));
    parts.put(
        "searches",
        List.of(
            new Line("F2", tr("Rename the saved search")),
            new Line("Delete", tr("Delete saved search"))));
    inOtherWindows(parts);
    return parts;
  }

  private static void inOtherWindows(Map<String, List<Line>> parts) {
    parts.put(
        "palette",
        List.of(
            new Line("Enter", tr("Copy the main secret")),
            new Line(
                "Shortcut+1|Shortcut+2|Shortcut+3|Shortcut+4|Shortcut+5|Shortcut+6|Shortcut+7"
                    + "|Shortcut+8|Shortcut+9",
                tr("Copy another field")),
            new Line("Shortcut+T", tr("Test what is chosen")),
            new Line("Shortcut+O", tr("Open the service's page")),
            new Line("Shortcut+R", tr("Copy a run command")),
            new Line("Up|Down", tr("Choose another credential")),
            new Line("Page_Up|Page_Down", tr("Choose another credential"))));
    parts.put(
        "services",
        List.of(
            new Line("Shortcut+V|Shift+Insert", tr("Recognise the key on the clipboard")),
            new Line("Down", tr("Go to the services")),
            new Line("Enter", tr("Choose the first service that is listed"))));
    parts.put(
        "month",
        List.of(
            new Line("Left|Right", tr("A day back or on")),
            new Line("Up|Down", tr("A week back or on")),
            new Line("Page_Up|Page_Down", tr("A month back or on")),
            new Line("Shift+Page_Up|Shift+Page_Down", tr("A year back or on")),
            new Line("Home", tr("Today")),
            new Line("Enter|Space", tr("Go to what expires on that day"))));
    parts.put("agenda", List.of(new Line("Enter", tr("Show the credential in the list"))));
    parts.put(
        "variable-list",
        List.of(
            new Line("Enter", tr("Change the variable")),
            new Line("Delete", tr("Remove the variable"))));
    parts.put(
        "template-list",
        List.of(
            new Line("Enter", tr("Open the template")),
            new Line("Delete", tr("Remove the template, if it is your own"))));
    parts.put("editor", List.of(new Line("Shortcut+S", tr("Save the template"))));
    parts.put("findings", List.of(new Line("Enter", tr("Go to the line of the fault"))));
    parts.put("models-list", List.of(new Line("Shortcut+C", tr("Copy the model's name"))));
    parts.put("pick-search", List.of(new Line("Down", tr("Go to the list"))));
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
      case "palette" -> tr("In the quick search");
      case "services" -> tr("Where you choose a service");
      case "month" -> tr("In the calendar's month");
      case "agenda" -> tr("In the calendar's list");
      case "variable-list" -> tr("In a profile's variables");
      case "template-list" -> tr("In the service templates");
      case "editor" -> tr("In a template's text");
      case "findings" -> tr("In the faults of a template");
      case "models-list" -> tr("In a list of models");
      case "pick-search" -> tr("Where you choose a credential");
      default -> throw new IllegalArgumentException("no part " + part);
    };
  }
}
