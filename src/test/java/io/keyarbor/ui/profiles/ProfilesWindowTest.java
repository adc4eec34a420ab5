package io.keyarbor.ui.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles in their window. */
class ProfilesWindowTest {
  @TempDir Path folder;
  private OpenVault app;
  private Credential openai;

  @BeforeEach
  void fill() {
    app = new OpenVault(folder);
    openai = app.add("OpenAI Research", "openai", Map.of(), "api_key", "visibly-fake");
    app.add(
        "A credential whose name is much longer than any list could ever be wide, and then some",
        "github",
        Map.of(),
        "token",
        "visibly-fake");
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Optional<Profile> profile(String name) {
    return app.session().profiles().named(name);
  }

  private List<String> names(String profile) {
    return profile(profile).orElseThrow().variables().stream().map(Variable::name).toList();
  }

  @Test
  void aProfileIsMadeAndFilledWithWhatTheToolsOfAServiceRead() {
    app.show(work -> new ProfilesController(work).open());
    app.person().see("No profiles yet");
    app.person().click("New profile…");
    app.person().fill("#profile-name", "production");
    app.person().press("Enter");
    app.person().seeGone("New profile");
    app.person().click("Add credentials…");
    app.person().fill("#pick-search", "openai");
    app.person().click("Add variables");
    app.person().see("OPENAI_API_KEY");
    assertTrue(names("production").contains("OPENAI_API_KEY"));

    app.person().click("Copy command");
    app.person().see("Copied. Put your own command after the two dashes.");
    assertEquals(
        "keyarbor run --profile production -- ",
        Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aVariableIsMadeByHandAndATakenNameIsToldBeforeItIsSaved() {
    Profile made = app.session().profiles().add("staging", "");
    app.session()
        .profiles()
        .change(
            made.withVariables(
                List.of(new Variable("TAKEN", openai.id(), new Value.Field("api_key")))));
    app.show(work -> new ProfilesController(work).open());
    app.person().click("Add variable…");
    app.person().fill("#pick-search", "openai");
    app.person().fill("#variable-name", "TAKEN");
    app.person().see("The profile has a variable TAKEN already.");
    app.person().fill("#variable-name", "MY_KEY");
    app.person().press("Enter");
    app.person().see("MY_KEY");
    assertEquals(List.of("TAKEN", "MY_KEY"), names("staging"));

    app.person().click("Remove MY_KEY");
    app.person().see("Removed MY_KEY");
    app.person().click("Undo");
    app.person().waitUntil(() -> names("staging").size() == 2, "it did not come back");
  }

  @Test
  void aDeletedProfileComesBackWithItsVariables() {
    Profile made = app.session().profiles().add("staging", "For tests");
    app.session()
        .profiles()
        .change(
            made.withVariables(
                List.of(new Variable("KEY", openai.id(), new Value.Field("api_key")))));
    app.session().credentials().moveToTrash(List.of(openai.id()));
    app.show(work -> new ProfilesController(work).open());
    app.person().see("OpenAI Research (in the trash: restore it to use this) · API key");
    app.person().click("Delete the profile");
    app.person().see("No profiles yet");
    assertTrue(profile("staging").isEmpty());
    app.person().click("Undo");
    app.person().see("KEY");

    assertEquals("For tests", profile("staging").orElseThrow().description());
    assertEquals(List.of("KEY"), names("staging"));
  }

  @Test
  void aWayBackThatFailedIsThereAgain() {
    Profile made = app.session().profiles().add("staging", "");
    app.show(work -> new ProfilesController(work).open());
    app.person().click("Delete the profile");
    app.person().see("No profiles yet");
    Profile other = app.session().profiles().add(made.name(), "in its way");
    app.person().click("Undo");
    app.person().see("There is already one named “staging”. Choose another name.");
    app.person().press("Escape");
    app.session().profiles().delete(other.id());
    app.person().see("No profiles yet");
    app.person().press("Ctrl+Z");
    app.person().waitUntil(() -> profile("staging").isPresent(), "it did not come back");
  }

  @Test
  void aChangedVariableIsAsBeforeByUndoUnlessItWasChangedSince() {
    Profile made = app.session().profiles().add("staging", "");
    app.session()
        .profiles()
        .change(
            made.withVariables(
                List.of(new Variable("KEY", openai.id(), new Value.Field("api_key")))));
    app.show(work -> new ProfilesController(work).open());
    rename("KEY", "NEXT");
    app.person().click("Undo");
    app.person().waitUntil(() -> names("staging").equals(List.of("KEY")), "it is not as before");

    rename("KEY", "NEXT");
    Profile now = profile("staging").orElseThrow();
    app.session().profiles().change(now.withName("elsewhere", ""));
    app.person().click("Undo");
    app.person().see("“staging” was changed meanwhile. Look at it again, then repeat your change.");
    assertEquals(List.of("NEXT"), names("elsewhere"));
  }

  private void rename(String variable, String next) {
    app.person().see(variable);
    app.person().click("Change " + variable);
    app.person().fill("#variable-name", next);
    app.person().press("Enter");
    app.person().see(next + " changed");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void isGoodToLookAt(Theme theme, double scale) {
    Variables variables = new Variables(JsonCatalogue.bundled());
    Profile made = app.session().profiles().add("production", "What the nightly jobs run with");
    app.session().profiles().add("A profile with a name that no side list has room for", "");
    app.session()
        .profiles()
        .change(
            made.withVariables(
                app.session().credentials().all().stream()
                    .flatMap(c -> variables.usual(c).stream())
                    .toList()));
    app.show(theme, scale, work -> new ProfilesController(work).open());
    String end = "-" + theme + "-" + scale;
    app.person().click("production");
    app.photograph("profiles" + end);
    app.person().click("Add variable…");
    app.photograph("profiles-variable" + end);
    app.person().press("Escape");
    app.person().click("Add credentials…");
    app.photograph("profiles-add" + end);
    app.person().press("Escape");
    app.person().see("Copy command");
  }
}
