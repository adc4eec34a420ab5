package io.keyarbor.demo.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Stagehand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {
  private final List<String> done = new ArrayList<>();
  private final Person person = new Person(60);
  private TextField field;
  private Button button;
  private Stagehand stage;

  @BeforeEach
  void show() {
    VBox box =
        Stagehand.onFx(() -> {
          field = new TextField();
          Label label = new Label("Host");
          label.setLabelFor(field);
          button = new Button("Save");
          button.setOnAction(event -> done.add("saved"));
          Region gap = new Region();
          gap.setMinHeight(900);
          return new VBox(label, field, gap, button);
        });
    stage = Stagehand.show(Stagehand.onFx(() -> new ScrollPane(box)), 300, 200);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void fillsWhatALabelNamesWithAnyCharacters() {
    person.fill("Host", "déjà-vu €5 \uD83D\uDD11");
    assertEquals("déjà-vu €5 \uD83D\uDD11", Stagehand.onFx(field::getText));
    person.fill("Host", "second");
    assertEquals("second", Stagehand.onFx(field::getText));
  }

  @Test
  void scrollsToWhatItClicks() {
    person.click("Save");
    assertEquals(List.of("saved"), done);
  }

  @Test
  void pressesShortcuts() {
    Stagehand.onFx(() ->
        field
            .getScene()
            .getAccelerators()
            .put(KeyCombination.valueOf("Shortcut+Shift+K"), () -> done.add("shortcut")));
    person.click("Host");
    person.press("Ctrl+Shift+K");
    assertEquals(List.of("shortcut"), done);
  }

  @Test
  void saysWhatIsOnTheScreenWhenSomethingIsNot() {
    Throwable missing = assertThrows(AssertionError.class, () -> person.click("Delete"));
    assertTrue(missing.getMessage().contains("“Delete” cannot be clicked"));
    assertTrue(missing.getMessage().contains("Button [Save]"), missing.getMessage());
  }

  @Test
  void doesNotClickWhatIsDisabled() {
    Stagehand.onFx(() -> {
      button.setDisable(true);
      return null;
    });
    assertThrows(AssertionError.class, () -> person.click("Save"));
    assertEquals(List.of(), done);
  }

  @Test
  void takesPictures(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("deep/picture.png");
    person.photograph(file);
    assertEquals(300, ImageIO.read(file.toFile()).getWidth());
  }
}
