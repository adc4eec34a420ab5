package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
  private static Set<String> sections() throws Exception {
    return Files.readAllLines(Path.of("src/site/markdown/user-guide.md")).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void eachTopicSaysSomethingAndHasItsSectionInTheGuide(Topic topic) throws Exception {
    assertTrue(sections().contains(topic.anchor()), topic.anchor());
    assertFalse(topic.title().isBlank());
    assertFalse(topic.paragraphs().isEmpty());
  }

  @Test
  void theGuideBeginsWhereHelpSaysItDoes() throws Exception {
    assertTrue(sections().contains(Topic.START));
  }

  @Test
  void theTopicIsThatOfTheNearestPartThatHasOne() {
    StackPane inner = new StackPane();
    StackPane sweep = new StackPane(inner);
    sweep.getStyleClass().addAll("transfer", "sweep");
    StackPane outer = new StackPane(sweep);
    outer.getStyleClass().add("list");
    assertEquals(Topic.SWEEP, Topic.at(inner, outer));
    assertEquals(Topic.LIST, Topic.at(outer, outer));
    assertEquals(Topic.LIST, Topic.at(null, outer));
  }

  @Test
  void whereNothingHasTheFocusItIsThatOfTheFrontDoorIfThatIsShown() {
    StackPane front = new StackPane();
    front.getStyleClass().add("front");
    assertEquals(Topic.UNLOCK, Topic.at(null, new StackPane(front)));
    assertEquals(Topic.LIST, Topic.at(null, new StackPane()));
  }
}
