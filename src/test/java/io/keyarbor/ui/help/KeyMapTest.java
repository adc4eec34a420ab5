package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.desktop.DesktopStage;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keyboard map says what the keys really do. */
class KeyMapTest {
  @TempDir Path folder;

  @Test
  void everyKeyThatIsBoundHasItsWordsAndNoOther() throws Exception {
    Map<String, String> bound = new TreeMap<>();
    try (DesktopStage app = new DesktopStage(folder)) {
      app.unlocked();
      FxThread.run(() -> collect(app.scene().getRoot(), bound));
    }
    Map<String, String> told = new TreeMap<>();
    KeyMap.parts()
        .forEach((part, lines) ->
            told.put(
                part,
                lines.stream()
                    .map(line -> KeyCombination.valueOf(line.keys()).getName())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString()));
    assertEquals(told, bound);
  }

  private static void collect(Node node, Map<String, String> bound) {
    if (!KeyMap.bound(node).isEmpty()) {
      bound.put(
          node.getId(),
          KeyMap.bound(node).stream()
              .map(KeyCombination::getName)
              .collect(Collectors.toCollection(TreeSet::new))
              .toString());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, bound));
    }
  }
}
