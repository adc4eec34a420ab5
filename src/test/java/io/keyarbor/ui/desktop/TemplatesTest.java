package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's own service templates: written here or elsewhere, they count at once. */
class TemplatesTest {
  private static final String HYPERDRIVE =
      """
      {
        "service_type": "hyperdrive",
        "display_name": "Hyperdrive",
        "category": "messaging",
        "icon": "mdi2r-rocket-launch-outline",
        "required_fields": [
          {"name": "api_key", "type": "password", "label": "API key"}
        ],
        "recognise": [{"pattern": "hyp_[0-9a-z]{12}", "field": "api_key"}]
      }
      """;

  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void open() throws Exception {
    app = new DesktopStage(folder).withOwnTemplates();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Path put(String name, String text) throws Exception {
    Files.createDirectories(app.templates());
    return Files.writeString(app.templates().resolve(name), text);
  }

  private String edited() {
    return Stagehand.onFx(() -> area().getText());
  }

  private TextArea area() {
    return (TextArea) app.scene().lookup(".code-text");
  }

  private void write(String text) {
    Stagehand.onFx(() -> {
      area().setText(text);
      return null;
    });
  }

  private void openScreen() {
    Stagehand.onFx(() -> {
      app.menu("Service templates…");
      return null;
    });
    app.person.see("New template");
  }

  @Test
  void aFileDroppedIntoTheFolderIsAServiceOfTheOpenWizard() throws Exception {
    app.unlocked();
    app.person.press("Ctrl+N");
    app.person.see("#service-github");
    assertFalse(app.person.sees("#service-hyperdrive"));
    put("hyperdrive.json", HYPERDRIVE);
    app.time.pass(Duration.ofSeconds(2));
    app.person.fill("#search", "hyper");
    app.person.see("#service-hyperdrive");
    app.person.click("#service-hyperdrive");
    app.person.see("API key");
  }

  @Test
  void aChangedTemplateChangesTheListAndTheDetailOfExistingCredentials() throws Exception {
    app.unlocked();
    app.person.click("GitHub release bot");
    app.person.see("Show Token for 20 seconds");
    put(
        "github.json",
        """
        {"service_type": "github", "display_name": "Our forge",
         "required_fields": [{"name": "token", "type": "password", "label": "Forge key"}]}
        """);
    app.time.pass(Duration.ofSeconds(2));
    app.person.see("Show Forge key for 20 seconds");
    app.person.see("Our forge");
  }

  @Test
  void anOpenFormIsNotDisturbedByAChange() throws Exception {
    put("hyperdrive.json", HYPERDRIVE);
    app.unlocked();
    app.person.press("Ctrl+N");
    app.person.click("#service-hyperdrive");
    app.person.fill("API key", "fake-0000");
    put("hyperdrive.json", HYPERDRIVE.replace("API key", "Another label"));
    put("second.json", HYPERDRIVE.replace("yperdrive", "yperdrive-two"));
    app.time.pass(Duration.ofSeconds(2));
    app.person.click("Back");
    app.person.see("#service-hyperdrive-two");
    app.person.click("Cancel");
    app.person.see("Discard the new credential?");
  }

  @Test
  void aFaultyFileIsToldAndStopsNothing() throws Exception {
    app.unlocked();
    put("broken.json", "{ \"service_type\": ");
    app.time.pass(Duration.ofSeconds(2));
    app.person.see("One of your service templates has a fault and is left out.");
    app.person.click("Show");
    app.person.see("1 fault");
    app.person.see("broken.json");
    put("broken.json", HYPERDRIVE);
    app.time.pass(Duration.ofSeconds(2));
    app.person.see("Yours");
    app.person.seeGone("1 fault");
  }

  @Test
  void aNewTemplateIsWrittenHereAndCountsAtOnce() throws Exception {
    app.unlocked();
    openScreen();
    app.person.click("New template");
    app.person.click("A service with an API key");
    app.person.see("No fault");
    app.person.see("Carries the secret to this host");
    write(HYPERDRIVE.replace("\"password\"", "\"pasword\""));
    app.person.see("1 fault: the template is left out until it is mended");
    app.person.see("As it was before the last fault.");
    write(HYPERDRIVE);
    app.person.see("No fault");
    app.person.seeGone("As it was before the last fault.");
    app.person.press("Ctrl+S");
    app.person.see("Saved hyperdrive.json.");
    Path saved = app.templates().resolve("hyperdrive.json");
    assertEquals(HYPERDRIVE, Files.readString(saved));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(app.templates())));
    app.person.click("Close");
    app.person.see("Yours");
    app.person.press("Esc");
    app.person.press("Ctrl+N");
    app.person.see("#service-hyperdrive");
  }

  @Test
  void aClickOnAFaultLeadsToItsLine() throws Exception {
    put("hyperdrive.json", HYPERDRIVE.replace("\"password\"", "\"pasword\""));
    app.unlocked();
    openScreen();
    app.person.doubleClick("hyperdrive.json");
    app.person.see("✕ 7");
    String fault =
        "Line 7 · required_fields › 1 › type · found \"pasword\", expected one of text, password,"
            + " select, url, file, multiline, number, boolean";
    app.person.click(fault);
    assertTrue(
        Stagehand.onFx(() -> area().getSelectedText()).contains("\"pasword\""), this::edited);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200, 760", "DARK, 760, 560"})
  void canBeLookedAt(Theme theme, double width, double height) throws Exception {
    put("hyperdrive.json", HYPERDRIVE);
    put("broken.json", HYPERDRIVE.replace("\"password\"", "\"pasword\""));
    app.settings.change(s -> s.withTheme(theme));
    app.unlocked();
    Stagehand.onFx(() -> {
      app.scene().getWindow().setWidth(width);
      app.scene().getWindow().setHeight(height);
      return null;
    });
    openScreen();
    app.person.see("Yours");
    app.photograph("templates-" + theme);
    app.person.click("New template");
    app.person.click("A service with several ways to log in");
    app.person.see("No fault");
    app.person.see("Carries the secret to this host");
    app.photograph("template-editor-" + theme);
    write(edited().replace("\"bearer\"", "\"baerer\"").replace("\"text\"", "\"txt\""));
    app.person.see("As it was before the last fault.");
    app.photograph("template-fault-" + theme);
    app.person.press("Esc");
    app.person.click("Discard");
    app.person.see("New template");
  }

  @Test
  void aFileThatSomethingElseChangedIsNotOverwrittenUnasked() throws Exception {
    Path file = put("hyperdrive.json", HYPERDRIVE);
    app.unlocked();
    openScreen();
    app.person.doubleClick("Hyperdrive");
    app.person.see("No fault");
    write(HYPERDRIVE.replace("Hyperdrive", "Hyperdrive here"));
    Files.writeString(file, HYPERDRIVE.replace("Hyperdrive", "Hyperdrive elsewhere"));
    app.person.click("Save");
    app.person.see("Overwrite it?");
    assertTrue(Files.readString(file).contains("elsewhere"));
    app.person.click("Overwrite");
    app.person.see("Saved hyperdrive.json.");
    assertTrue(Files.readString(file).contains("Hyperdrive here"));
  }

  @Test
  void aTemplateGetsAnotherNameOrIsPutAsideAndBroughtBack() throws Exception {
    Path file = put("hyperdrive.json", HYPERDRIVE);
    app.unlocked();
    openScreen();
    app.person.doubleClick("Hyperdrive");
    app.person.fill("File name", "warp.json");
    app.person.click("Save");
    app.person.see("Saved warp.json.");
    app.person.click("Close");
    Path renamed = file.resolveSibling("warp.json");
    assertFalse(Files.exists(file));
    app.person.click("Hyperdrive");
    app.person.click("Remove");
    app.person.see("warp.json put aside as warp.json.removed1");
    assertFalse(Files.exists(renamed));
    app.person.click("Undo");
    app.person.see("Yours");
    assertEquals(HYPERDRIVE, Files.readString(renamed));
  }

  @Test
  void aTemplateWhoseNameWasTakenComesBackOnceItIsFree() throws Exception {
    Path file = put("hyperdrive.json", HYPERDRIVE);
    app.unlocked();
    openScreen();
    app.person.click("Hyperdrive");
    app.person.click("Remove");
    app.person.see("hyperdrive.json put aside as hyperdrive.json.removed1");
    put("hyperdrive.json", "{}");
    app.person.click("Undo");
    app.person.see("That did not work");
    app.person.press("Escape");
    Files.delete(file);
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> Files.exists(file), "it did not come back");
    assertEquals(HYPERDRIVE, Files.readString(file));
  }

  @Test
  void aBundledTemplateIsCopiedToBeEdited() throws Exception {
    app.unlocked();
    openScreen();
    app.person.fill("Search templates", "grafana");
    app.person.click("Grafana");
    app.person.click("View");
    app.person.see("Grafana");
    assertFalse(Stagehand.onFx(() -> area().isEditable()));
    app.person.click("#close");
    app.person.click("Copy to edit");
    app.person.click("Save");
    app.person.see("Saved grafana.json.");
    assertEquals(List.of("grafana.json"), List.of(app.templates().toFile().list()));
  }

  @Test
  void aHugeFileIsRefusedInWords() throws Exception {
    put("huge.json", "x".repeat((1 << 20) + 1));
    app.unlocked();
    openScreen();
    app.person.doubleClick("huge.json");
    app.person.see("huge.json is too large for a template: at most 1 MiB is taken.");
  }

  @Test
  void unsavedChangesAreNotThrownAwayUnasked() throws Exception {
    put("hyperdrive.json", HYPERDRIVE);
    app.unlocked();
    openScreen();
    app.person.doubleClick("Hyperdrive");
    app.person.see("No fault");
    write("{}");
    app.person.press("Esc");
    app.person.see("Discard your changes?");
    app.person.click("Cancel");
    assertEquals("{}", edited());
  }
}
