package io.keyarbor.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.testkit.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sweep of a computer that is made of a few files. */
class SweepWindowTest {
  /** Visibly fake, in the shape that its service gives out. */
  private static final String KEY = "sk-ant-api03-" + "fake".repeat(23) + "-AA";

  private static final String TEXT = "# mine\nANTHROPIC_API_KEY=" + KEY + "\nPORT=8080\n";

  @TempDir Path folder;
  private OpenVault app;
  private Path project;
  private Path env;

  @BeforeEach
  void prepare() throws Exception {
    app = new OpenVault(folder);
    Files.createDirectories(folder.resolve("home"));
    project = Files.createDirectories(folder.resolve("project"));
    env = Files.writeString(project.resolve(".env"), TEXT);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Places places(List<Path> named) {
    return new Places(Map.of(), folder.resolve("home"), named, false);
  }

  private void look(Theme theme, double scale) {
    app.pointAt(project);
    app.show(theme, scale, work -> new SweepWindow(work, new Good(), this::places).open());
    app.person().click("#sweep-add-folder");
    app.person().see("Do not look in " + project);
  }

  @Test
  void whatIsFoundIsTestedTakenReplacedByAReferenceAndAllOfItUndone() throws Exception {
    look(Theme.LIGHT, 1);
    app.person().click("Look");
    app.person().see("1 not in the vault yet.");
    assertFalse(app.person().sees(KEY));
    app.person().click("Test chosen");
    app.person().see("Connected");
    app.person().click("Import 1");
    app.person().see("Added 1 credential.");
    app.person().click("Replace in 1 file");
    app.person().see("References are in 1 file now.");
    String written = Files.readString(env);
    assertFalse(written.contains(KEY));
    assertTrue(written.contains("ANTHROPIC_API_KEY=keyarbor://"), written);
    assertEquals(List.of("Found 1 credential", "Replaced in 1 file"), app.finished());

    app.person().click("Undo all of it");
    app.person().see("All is as it was before");
    assertEquals(TEXT, Files.readString(env));
    assertEquals(List.of(), app.session().credentials().all());
  }

  @Test
  void aFileStaysAsItIsIfThePersonSaysSo() throws Exception {
    look(Theme.LIGHT, 1);
    app.person().click("Look");
    app.person().click("Import 1");
    app.person().click("Leave the files");
    app.person().see("Undo all of it");
    assertEquals(TEXT, Files.readString(env));
    assertEquals(1, app.session().credentials().all().size());
    app.person().click("Close");
    app.person().seeGone("Sweep this computer");
  }

  @Test
  void whatTheVaultHasAlreadyCanStillBeReplaced() throws Exception {
    look(Theme.LIGHT, 1);
    app.person().click("Look");
    app.person().click("Import 1");
    app.person().click("Leave the files");
    app.person().click("Close");
    app.person().seeGone("Sweep this computer");

    look(Theme.LIGHT, 1);
    app.person().click("Look");
    app.person().see("Nothing new. 1 in the vault already, and still in plain text.");
    app.person().click("Continue");
    app.person().click("Replace in 1 file");
    app.person().see("References are in 1 file now.");
    assertFalse(Files.readString(env).contains(KEY));
  }

  @Test
  void aLockTakesTheWindowDown() {
    look(Theme.LIGHT, 1);
    app.person().click("Look");
    app.person().see("Import 1");
    app.closeDialogs();
    app.person().seeGone("Import 1");
    assertEquals(List.of(), app.session().credentials().all());
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void isGoodToLookAt(Theme theme, double scale) throws Exception {
    String end = "-" + theme + "-" + scale;
    Files.writeString(project.resolve(".env.local"), TEXT);
    look(theme, scale);
    app.photograph("sweep-places" + end);
    app.person().click("Look");
    app.person().see("Import 1");
    app.person().click("Test chosen");
    app.person().see("Connected");
    app.photograph("sweep-found" + end);
    app.person().click("Import 1");
    app.person().see("Leave the files");
    app.photograph("sweep-replace" + end);
    app.person().click("#sweep-next");
    app.person().see("Put the files back");
    app.photograph("sweep-done" + end);
  }

  /** Finds every secret good. */
  private static final class Good implements Prober {
    @Override
    public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust) {
      return new Verdict(
          Reason.OK,
          "",
          Instant.EPOCH,
          Duration.ZERO,
          Map.of(),
          List.of(),
          new Expiry.Unknown(),
          List.of(),
          Optional.empty());
    }

    @Override
    public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
      return List.of();
    }
  }
}
