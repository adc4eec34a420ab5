package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.desktop.DesktopStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keyboard map says what the keys really do. */
class KeyMapTest {
  private static final Set<String> OPENED_LATER = Set.of("models-list", "pick-search");
  private static final Pattern LISTENS = Pattern.compile("KeyEvent\\.KEY_PRESSED|setOnKeyPressed");
  private static final Pattern NOTES = Pattern.compile("KeyMap\\.note\\(");

  /** Their keys hold everywhere, or are those that every list and every row of tiles has. */
  private static final Set<String> KNOWN =
      Set.of(
          "AddFlow.java",
          "CalendarWindow.java",
          "DialogBox.java",
          "DialogLayer.java",
          "FocusTrap.java",
          "Help.java",
          "ServiceTiles.java",
          "TickList.java");

  @TempDir Path folder;

  private final Map<String, Set<String>> bound = new TreeMap<>();
  private DesktopStage app;

  @Test
  void everyKeyThatIsBoundHasItsWordsAndNoOther() throws Exception {
    try (DesktopStage stage = new DesktopStage(folder)) {
      app = stage;
      app.unlocked();
      look();
      inWindow("#palette", () -> app.person.press("Ctrl+K"));
      inWindow("#month", () -> app.person.press("Ctrl+Shift+E"));
      inWindow("#services", () -> app.person.press("Ctrl+N"));
      inWindow("No profiles yet", () -> menu("Profiles…"));
      menu("Service templates…");
      app.person.fill("Search templates", "grafana");
      inWindow("#editor", () -> app.person.click("View"));
    }
    Map<String, Set<String>> told = new TreeMap<>();
    KeyMap.parts()
        .forEach((part, lines) ->
            told.put(
                part,
                lines.stream()
                    .flatMap(line -> line.each().stream())
                    .map(keys -> KeyMap.key(keys).getName())
                    .collect(Collectors.toCollection(TreeSet::new))));
    // These open only over what a vault has or a service answers.
    OPENED_LATER.forEach(told::remove);
    assertEquals(told, bound);
  }

  private void menu(String words) {
    FxThread.run(() -> app.menu(words));
  }

  private void inWindow(String part, Runnable open) {
    open.run();
    app.person.see(part);
    look();
    app.person.press("Esc");
    app.person.seeGone(part);
  }

  private void look() {
    FxThread.run(() -> collect(app.scene().getRoot()));
  }

  private void collect(Node node) {
    if (!KeyMap.bound(node).isEmpty()) {
      bound
          .computeIfAbsent(node.getId(), id -> new TreeSet<>())
          .addAll(KeyMap.bound(node).stream().map(KeyCombination::getName).toList());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::collect);
    }
  }

  @Test
  void whoeverListensToKeysNotesThemOrIsKnown() throws Exception {
    Set<String> silent = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/keyarbor/ui"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        int listening = LISTENS.splitAsStream(source).toList().size() - 1;
        int noting = NOTES.splitAsStream(source).toList().size() - 1;
        if (listening > 0 && noting == 0) {
          silent.add(file.getFileName().toString());
        }
      }
    }
    assertEquals(new TreeSet<>(KNOWN), silent);
  }
}
