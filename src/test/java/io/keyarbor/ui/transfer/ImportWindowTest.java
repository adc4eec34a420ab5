package io.keyarbor.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.Drafts;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.csv.CsvImport;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.plain.BundleFormat;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.TestVaults;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking credentials from files, as a person does it. */
class ImportWindowTest {
  private static final String TABLE =
      """
      title,username,password,url,folder,Extra field
      Router,admin,visibly-fake-1,https://router.example,Home,a
      Wiki,me,visibly-fake-2,https://wiki.example,Work/Docs,b
      Known,me,visibly-fake-3,https://known.example,,c
      Too,many,cells,here,are,in,this
      """;

  @TempDir Path folder;
  private OpenVault app;
  private CsvImport csv;
  private BundleFormat bundle;
  private Formats formats;

  @BeforeEach
  void open() {
    app = new OpenVault(folder);
    Services services = new Services(JsonCatalogue::bundled);
    csv = new CsvImport(services);
    bundle = new BundleFormat(services, () -> TestVaults.CHEAP);
    formats = new Formats(JsonCatalogue::bundled, () -> TestVaults.CHEAP);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Path table(String text) throws Exception {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private void start(Path file) {
    app.pointAt(file);
    app.show(work -> new ImportWindow(work, formats).open());
    app.person().click("#import-choose");
  }

  private List<String> names() {
    return app.session().credentials().all().stream()
        .map(c -> c.details().name())
        .sorted()
        .toList();
  }

  @Test
  void whatIsTickedComesInUnderTheGroupAndAllOfItCanBeUndone() throws Exception {
    app.session().groups().add("Imports", Optional.empty());
    start(table(TABLE));
    app.person().see("#column-0");
    app.person().click("Preview");
    app.person().see("3 can be added. 1 cannot be taken; the list says why.");
    app.person().click("Take Known, New, " + loginTitle());
    app.person().click("#import-group");
    app.person().click("Imports");
    app.person().click("Import 2");
    app.person().see("Added 2 credentials and 3 groups.");
    app.person().see("row 5: It has 7 columns, the heading has 6.");
    assertEquals(List.of("Router", "Wiki"), names());
    assertEquals(
        List.of("Docs", "Home", "Imports", "Work"),
        app.session().groups().all().stream().map(g -> g.name()).sorted().toList());

    app.person().click("Undo the import");
    app.person().see("2 moved to the trash");
    assertEquals(List.of(), names());
    assertEquals(
        List.of("Imports"), app.session().groups().all().stream().map(g -> g.name()).toList());
    app.person().seeGone("#transfer-next");
  }

  private static String loginTitle() {
    return JsonCatalogue.bundled().find(Services.LOGIN).orElseThrow().displayName();
  }

  @Test
  void whatIsInTheVaultAlreadyCannotBeTakenAgain() throws Exception {
    Path file = table(TABLE);
    try (Reading reading = csv.read(file, ImportFormat.Options.none())) {
      Imported.by(app.session(), reading, List.of(), Set.of(0, 1, 2));
    }
    start(file);
    app.person().click("Preview");
    app.person()
        .see("Nothing new. 3 are in the vault already. 1 cannot be taken; the list says why.");
    app.person().press("Enter");
    app.person().see("0 of 0 chosen");
    assertEquals(List.of("Known", "Router", "Wiki"), names());
  }

  @Test
  void aColumnCanBeGivenAnotherMeaningAndItsValuesAreNotShown() throws Exception {
    start(table(TABLE));
    app.person().see("#column-5");
    assertTrue(!app.person().sees("visibly-fake-1, visibly-fake-2, visibly-fake-3"));
    app.person().see("••••••, ••••••, ••••••");
    app.person().fill("#column-5", "tags");
    app.person().click("Preview");
    app.person().click("Import 3");
    app.person().see("Added 3 credentials and 3 groups.");

    Credential router = app.session().credentials().named("Router").orElseThrow();
    assertEquals(Set.of("a"), router.details().tags());
  }

  @Test
  void aWrongPasswordIsToldInPlaceAndTheRightOneOpensTheBundle() throws Exception {
    Path file = bundleOf("Payroll");
    start(file);
    app.person().fill("#import-password", "not it");
    app.person().click("Preview");
    app.person().see(".notice");
    app.person().fill("#import-password", "three brown owls");
    app.person().click("Preview");
    app.person().see("1 can be added.");
    app.person().click("Import 1");
    app.person().see("Added 1 credential.");
    assertEquals(List.of("Payroll"), names());
  }

  @Test
  void aLockTakesTheWindowDownAndNothingIsAdded() throws Exception {
    start(table(TABLE));
    app.person().click("Preview");
    app.person().see("Import 3");
    app.closeDialogs();
    app.person().seeGone("Import 3");
    assertEquals(List.of(), names());
  }

  private Path bundleOf(String name) throws Exception {
    Path file = folder.resolve("other.bundle");
    Credential credential = app.add(name, "openai", Map.of(), "api_key", "visibly-fake");
    try (Drafts drafts = Drafts.of(app.session(), List.of(credential));
        Secret password = TestVaults.secret("three brown owls");
        OutputStream out = Files.newOutputStream(file)) {
      bundle.write(drafts.all(), Optional.of(password), out);
    }
    app.session().credentials().moveToTrash(List.of(credential.id()));
    return file;
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void isGoodToLookAt(Theme theme, double scale) throws Exception {
    app.add("Wiki", "openai", Map.of(), "api_key", "visibly-fake");
    String end = "-" + theme + "-" + scale;
    Path file =
        table(
            TABLE
                + "A name that is much longer than any list could ever be wide for it,x,y,z,A/B/C,d\n"
                + "Router,admin,visibly-fake-1,https://router.example,Home,a\n");
    app.pointAt(file);
    app.show(theme, scale, work -> new ImportWindow(work, formats).open());
    app.photograph("import-empty" + end);
    app.person().click("#import-choose");
    app.person().see("#column-5");
    app.photograph("import-table" + end);
    app.person().click("Preview");
    app.person().see("Import 4");
    app.photograph("import-plan" + end);
    app.person().click("Import 4");
    app.person().see("Undo the import");
    app.photograph("import-report" + end);
  }
}
