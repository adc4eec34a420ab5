package io.keyarbor.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.plain.BundleFormat;
import io.keyarbor.transfer.plain.PlainFormat;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing credentials to files, as a person does it. */
class ExportWindowTest {
  private final Services services = new Services(JsonCatalogue::bundled);
  private final BundleFormat bundle = new BundleFormat(services, () -> TestVaults.CHEAP);
  private final List<ExportFormat> formats = List.of(bundle, PlainFormat.json(services));

  @TempDir Path folder;
  private OpenVault app;
  private Path file;

  @BeforeEach
  void fill() {
    app = new OpenVault(folder);
    app.add("OpenAI Research", "openai", Map.of(), "api_key", "visibly-fake-1");
    app.add("GitHub bot", "github", Map.of(), "token", "visibly-fake-2");
    file = folder.resolve("export.out");
    app.pointAt(file);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void show() {
    app.show(work ->
        new ExportWindow(work, formats, app.session().credentials().all().subList(0, 1)).open());
  }

  @Test
  void aSealedFileOpensWithItsPasswordAndOnlyItsOwnerMayReadIt() throws Exception {
    show();
    app.person().fill("#export-password", "three brown owls");
    app.person().fill("#export-again", "three brown cats");
    app.person().click("Export…");
    app.person().see("The two passwords are not the same. Type them again.");
    assertFalse(Files.exists(file));
    app.person().fill("#export-again", "three brown owls");
    app.person().click("Export…");
    app.person().see("Exported 2 credentials.");
    assertEquals(List.of("Exported 2 credentials."), app.finished());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Secret password = TestVaults.secret("three brown owls");
        Reading reading =
            bundle.read(
                file,
                new Options(Optional.of(password), Optional.empty(), Map.of(), Optional.empty()))) {
      assertEquals(2, reading.drafts().size());
    }
    app.person().click("Close");
    app.person().seeGone("#export-go");
  }

  @Test
  void aPlainFileNeedsAWordThatOneKnowsAndNeverReplacesAFileUnasked() throws Exception {
    Files.writeString(file, "something of mine");
    show();
    app.person().click("#export-scope");
    app.person().click("What is selected in the list (1)");
    app.person().click("#export-format");
    app.person().click("JSON (not encrypted)");
    app.person().see("I know that the file is not encrypted");
    app.person().press("Enter");
    assertEquals("something of mine", Files.readString(file));
    app.person().click("#export-understood");
    app.person().click("Export…");
    app.person().see("Replace export.out?");
    app.person().click("Cancel");
    assertEquals("something of mine", Files.readString(file));
    app.person().click("#export-go");
    app.person().click("Replace");
    app.person().see("Exported 1 credential.");

    String written = Files.readString(file);
    assertTrue(written.contains("visibly-fake-1") ^ written.contains("visibly-fake-2"));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void isGoodToLookAt(Theme theme, double scale) {
    String end = "-" + theme + "-" + scale;
    app.show(theme, scale, work -> new ExportWindow(work, formats, List.of()).open());
    app.person().fill("#export-password", "three brown owls");
    app.person().seeGone(".score-none");
    app.photograph("export-sealed" + end);
    app.person().click("#export-format");
    app.person().click("JSON (not encrypted)");
    app.person().see("I know that the file is not encrypted");
    app.photograph("export-plain" + end);
    app.person().click("#export-understood");
    app.person().click("Export…");
    app.person().see("Exported 2 credentials.");
    app.photograph("export-done" + end);
  }
}
