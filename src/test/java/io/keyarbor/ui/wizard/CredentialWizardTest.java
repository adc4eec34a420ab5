package io.keyarbor.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.profiles.Variables;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.TestVaults;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adding and editing a credential. */
class CredentialWizardTest extends WizardTests {

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void isGoodToLookAt(Theme theme, double scale) {
    open(theme, scale, CredentialWizard::add);
    String end = "-" + theme + "-" + scale;
    stage.photograph("wizard-1-service" + end);
    person.click("#service-proxmox");
    stage.photograph("wizard-2-form" + end);
    person.fill("Host", "own-ca.example");
    person.fill("Token name", "ci");
    person.fill("Token secret", GOOD);
    person.click("Test connection");
    person.see("Trust this certificate");
    stage.photograph("wizard-2-certificate" + end);
    person.click("Trust this certificate");
    person.see("Connected");
    person.click("What will be sent");
    person.see("Carries the secret to this host");
    stage.photograph("wizard-2-tested" + end);
    person.press("Escape");
    person.see("Discard the new credential?");
    stage.photograph("wizard-discard" + end);
    person.click("Cancel");
    person.click("Next");
    person.see("Notes");
    stage.photograph("wizard-3-name" + end);
  }

  @Test
  void addsATestedCredential() {
    open(CredentialWizard::add);
    person.fill("#search", "proxm");
    person.press("Enter");
    person.fill("Host", "192.0.2.10");
    person.fill("Token name", "ci");
    person.fill("Token secret", GOOD);
    person.click("Test connection");
    person.see("Connected");
    person.see("8.4.1");
    person.click("Next");
    person.see("Notes");
    person.see("In 90 days.");
    person.click("Group");
    person.click("New group…");
    person.fill("Name of the new group", "Lab");
    person.fill("Tags", "prod, eu");
    person.click("Favourite");
    person.click("Save");
    person.see("Saved “Proxmox VE 192.0.2.10”.");
    person.seeGone("Add a credential");

    Credential saved = all().getFirst();
    assertEquals("Proxmox VE 192.0.2.10", saved.details().name());
    assertEquals(Set.of("prod", "eu"), saved.details().tags());
    assertTrue(saved.details().favourite());
    assertEquals(
        List.of("Lab"), session.groups().all().stream().map(group -> group.name()).toList());
    assertEquals(session.groups().all().getFirst().id(), saved.details().group().orElseThrow());
    assertEquals(Optional.of(LocalDate.of(2027, 3, 1)), saved.details().expires());
    assertEquals(Map.of("token_value", ScriptedProber.GOOD), stored(saved.id()));
    assertEquals(Reason.OK, saved.lastTest().orElseThrow().reason());
  }

  @Test
  void savesWhatTheServiceRefusesButWarns() {
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", "wrong".toCharArray());
    person.click("Test connection");
    person.see("Refused");
    person.click("Next");
    person.see("The test said: Refused. You can save it all the same.");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(Reason.BAD_CREDENTIAL, all().getFirst().lastTest().orElseThrow().reason());
  }

  @Test
  void forgetsTheVerdictWhenTheFormIsChanged() {
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", GOOD);
    person.click("Test connection");
    person.see("Connected");
    person.fill("Token name", "other");
    person.seeGone("Connected");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(Optional.empty(), all().getFirst().lastTest());
  }

  @Test
  void pinsACertificateForThisCredential() {
    open(CredentialWizard::add);
    fillProxmox("own-ca.example", GOOD);
    person.click("Test connection");
    person.see("CN=own-ca.example");
    person.click("Trust this certificate");
    person.see("Connected");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(new TlsTrust.Pin(ScriptedProber.PIN), all().getFirst().details().trust());
  }

  @Test
  void cancelsASlowTest() throws Exception {
    open(CredentialWizard::add);
    fillProxmox("slow.example", GOOD);
    person.click("Test connection");
    person.see("Testing…");
    person.click("Cancel test");
    person.seeGone("Testing…");
    assertTrue(prober.interrupted.await(10, TimeUnit.SECONDS));
  }

  @Test
  void namesATakenNameAtItsField() {
    existing();
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", GOOD);
    person.press("Enter");
    person.fill("#credential-name", "proxmox production");
    person.press("Enter");
    person.see("There is already one named “proxmox production”. Choose another name.");
    person.fill("#credential-name", "Another");
    person.seeGone("There is already one named “proxmox production”. Choose another name.");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(2, all().size());
  }

  @Test
  void asksBeforeItThrowsAwayWhatWasTyped() {
    open(CredentialWizard::add);
    person.click("#service-proxmox");
    person.see("Token secret");
    person.fill("Token secret", GOOD);
    person.press("Escape");
    person.click("Discard");
    person.seeGone("Add a credential");
    assertTrue(all().isEmpty());

    Stagehand.onFx(() -> {
      wizard().add();
      return null;
    });
    person.see("Add a credential");
    person.press("Escape");
    person.seeGone("Add a credential");
    assertFalse(person.sees("Discard the new credential?"));
  }

  @Test
  void editsWithoutTouchingAKeptSecret() {
    Credential before = existing();
    open(wizard -> wizard.edit(before.id()));
    person.see("Edit “Proxmox Production”");
    stage.photograph("wizard-edit");
    person.click("Test connection");
    person.see("Connected");
    person.fill("Token name", "renamed");
    person.click("Test connection");
    person.see("Connected");
    person.click("Save");
    person.seeGone("Edit “Proxmox Production”");
    Credential after = session.credentials().find(before.id()).orElseThrow();
    assertEquals("renamed", after.details().fields().get("token_name"));
    assertEquals(before.version(), after.version());
    assertEquals(Map.of("token_value", ScriptedProber.GOOD), stored(after.id()));
    assertEquals(Reason.OK, after.lastTest().orElseThrow().reason());
  }

  @Test
  void putsTheNewCredentialIntoProfilesUnderTheNamesGiven() {
    session.profiles().add("production", "");
    session.profiles().add("staging", "");
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", GOOD);
    person.click("Next");
    person.click("Use it in the profile production");
    Variables.Offer first =
        new Variables(JsonCatalogue.bundled())
            .usual(existing().details(), Set.of("token_value"))
            .getFirst();
    person.fill("Name of the variable for " + first.label(), "PVE_FIRST");
    stage.photograph("wizard-3-profiles");
    person.click("Save");
    person.seeGone("Add a credential");

    Profile production = session.profiles().named("production").orElseThrow();
    assertEquals("PVE_FIRST", production.variables().getFirst().name());
    assertEquals(first.value(), production.variables().getFirst().value());
    assertEquals(List.of(), session.profiles().named("staging").orElseThrow().variables());
  }

  @Test
  void keepsWhatAnImportBroughtAlongBesideTheForm() {
    Map<String, String> fields = new HashMap<>(existing().details().fields());
    fields.put("Rack", "4");
    Map<String, Secret> extras = TestVaults.secrets("PIN", "0000-fake", "file:plan.pdf", "%PDF-");
    Credential before = all().getFirst();
    session
        .credentials()
        .edit(
            before,
            new Details(
                "Proxmox Production",
                "proxmox",
                Optional.empty(),
                fields,
                Set.of(),
                false,
                "",
                Optional.empty(),
                new TlsTrust.SystemTrust()),
            extras,
            Set.of());
    extras.values().forEach(Secret::close);
    open(wizard -> wizard.edit(before.id()));
    person.fill("Token name", "renamed");
    person.click("Save");
    person.seeGone("Edit “Proxmox Production”");

    Credential after = session.credentials().find(before.id()).orElseThrow();
    assertEquals("renamed", after.details().fields().get("token_name"));
    assertEquals("4", after.details().fields().get("Rack"));
    assertEquals(
        Map.of("token_value", ScriptedProber.GOOD, "PIN", "0000-fake", "file:plan.pdf", "%PDF-"),
        stored(after.id()));
  }

  @Test
  void wipesItsSecretsWhenTheVaultLocks() {
    open(CredentialWizard::add);
    person.click("#service-proxmox");
    person.fill("Token secret", GOOD);
    var field = (SecretField) person.see("#field-token_value");
    Stagehand.onFx(() -> {
      dialogs.closeAll();
      return null;
    });
    assertEquals(0, (int) Stagehand.onFx(() -> field.secretLengthProperty().get()));
  }
}
