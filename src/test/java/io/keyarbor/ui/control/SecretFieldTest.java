package io.keyarbor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.testkit.Stagehand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFieldTest {
  private static final String KEY = "\uD83D\uDD11";

  private SecretField field;
  private Stagehand stage;

  @BeforeEach
  void show() {
    field = Stagehand.onFx(SecretField::new);
    field.setId("field");
    stage = Stagehand.show(Stagehand.onFx(() -> new VBox(field)), 400, 100);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void takesWhatIsTypedAndShowsBulletsOnly() {
    stage.person().fill("#field", ("pä€" + KEY + "s").toCharArray());
    assertEquals("pä€" + KEY + "s", content());
    assertEquals("••••••", shown());
    assertEquals(6, (int) Stagehand.onFx(() -> field.secretLengthProperty().get()));
  }

  @Test
  void editsLikeAnyTextField() {
    var person = stage.person();
    person.fill("#field", "abcdef");
    person.press("Left");
    person.press("Left");
    person.press("Backspace");
    assertEquals("abcef", content());
    person.type("X");
    assertEquals("abcXef", content());
    person.press("Home");
    person.press("Delete");
    person.press("Shift+Right");
    person.type("Y");
    assertEquals("YcXef", content());
    person.press("Ctrl+A");
    person.press("Delete");
    assertEquals("", content());
  }

  @Test
  void neverLeavesHalfACharacter() {
    var person = stage.person();
    person.fill("#field", "a" + KEY + "b");
    person.press("Left");
    person.press("Backspace");
    assertEquals("ab", content());
  }

  @Test
  void pastesAKeyOfManyLinesWhole() {
    String pem = "-----BEGIN TEST-----\nAAAA\nBBBB\n-----END TEST-----\n";
    paste(pem);
    assertEquals(pem, content());
  }

  @Test
  void pastesAKeyWithoutTheEndOfItsLine() {
    paste("token-of-one-line\r\n");
    assertEquals("token-of-one-line", content());
  }

  @Test
  void cannotBeCopiedCutOrUndone() {
    Stagehand.onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of()));
    var person = stage.person();
    person.fill("#field", "abc");
    person.press("Ctrl+A");
    person.press("Ctrl+C");
    person.press("Ctrl+X");
    assertFalse(Stagehand.onFx(() -> Clipboard.getSystemClipboard().hasString()));
    person.press("Ctrl+Z");
    assertEquals("abc", content());
    assertFalse(Stagehand.onFx(field::isUndoable));
  }

  @Test
  void tellsAssistiveTechnologyNothing() {
    stage.person().fill("#field", "abc");
    assertNull(Stagehand.onFx(() -> field.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    assertEquals("SecretField", field.toString());
  }

  @Test
  void isEmptyAfterAWipeAndAfterClear() {
    stage.person().fill("#field", "abc");
    onFx(field::clear);
    assertEquals("", content());
    stage.person().type("def");
    onFx(field::wipe);
    assertEquals("", content());
    assertEquals("", shown());
  }

  @Test
  void showsALongSecretAsOneBlockThatCanBeAddedToOrReplaced() {
    set("k".repeat(5000));
    assertEquals(5000, content().length());
    assertTrue(shown().length() < 100);
    onFx(() -> field.appendText("end"));
    assertEquals("k".repeat(5000) + "end", content());
    onFx(() -> field.replaceText(3, 4, "x"));
    assertEquals("x", content());
  }

  @Test
  void refusesASecretThatIsTooLongAndSaysSo() {
    set("kept");
    set("k".repeat(SecretField.MAX_LENGTH + 1));
    assertEquals("kept", content());
    assertTrue(
        Stagehand.onFx(() -> field.problemProperty().get()).contains("1,048,576 characters"));
    set("fine");
    assertEquals("", Stagehand.onFx(() -> field.problemProperty().get()));
  }

  @Test
  void loadsAKeyFromAFileAndNamesWhatIsWrongWithAnother(@TempDir Path folder) throws Exception {
    Path good = Files.writeString(folder.resolve("key.pem"), "BEGIN\nclé\n");
    load(good);
    assertEquals("BEGIN\nclé\n", content());

    Path binary = Files.write(folder.resolve("key.p12"), new byte[] {48, -126, 9, -1});
    assertTrue(problem(binary).contains("not a text file"));
    Path large = Files.write(folder.resolve("large"), new byte[SecretField.MAX_LENGTH + 1]);
    assertTrue(problem(large).contains("too large"));
    assertTrue(problem(folder).contains("not a file"));
    assertTrue(problem(folder.resolve("none")).contains("no file"));
    assertEquals("BEGIN\nclé\n", content());
  }

  private String problem(Path file) {
    return assertThrows(IOException.class, () -> field.load(file)).getMessage();
  }

  private void load(Path file) {
    Stagehand.onFx(() -> {
      field.load(file);
      return null;
    });
  }

  private void paste(String text) {
    onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    stage.person().click("#field");
    stage.person().press("Ctrl+V");
  }

  private void set(String text) {
    try (Secret secret = Secret.takeUtf8(text.toCharArray())) {
      onFx(() -> field.setSecret(secret));
    }
  }

  private String content() {
    Callable<Secret> copy = field::secret;
    try (Secret secret = Stagehand.onFx(copy)) {
      return secret.useChars(String::new);
    }
  }

  private String shown() {
    return Stagehand.onFx(field::getText);
  }

  private static void onFx(Runnable deed) {
    Stagehand.onFx(() -> {
      deed.run();
      return null;
    });
  }
}
