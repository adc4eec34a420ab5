package io.keyarbor.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Stagehand;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** A line keeps all its letters, marks some, and says when it is longer than there is room. */
class MarkedTextTest {
  @Test
  void lettersAreMarkedAndWhatDoesNotFitEndsInDots() {
    MarkedText text = Stagehand.onFx(() -> new MarkedText("palette-name"));
    try (Stagehand stage = Stagehand.show(new StackPane(text), 160, 60)) {
      stage.person().see(".marked");
      assertFalse(shown(text, "Grafana", Set.of(0, 1, 4)));
      assertEquals("Grafana", letters(text, false));
      assertEquals("Gra", letters(text, true));
      assertTrue(
          shown(text, "A name that is much longer than there is room for it here", Set.of()));
    }
  }

  /** Whether it ends in dots. */
  private static boolean shown(MarkedText text, String words, Set<Integer> marks) {
    return Stagehand.onFx(() -> {
      text.show(words, marks);
      text.setMaxWidth(120);
      text.getParent().layout();
      text.layout();
      return text.getChildrenUnmodifiable().getLast().isVisible();
    });
  }

  private static String letters(MarkedText text, boolean marked) {
    return Stagehand.onFx(() ->
        text.getChildrenUnmodifiable().stream()
            .limit(text.getChildrenUnmodifiable().size() - 1)
            .filter(run -> !marked || run.getStyleClass().contains("mark"))
            .map(run -> ((Text) run).getText())
            .collect(Collectors.joining()));
  }
}
