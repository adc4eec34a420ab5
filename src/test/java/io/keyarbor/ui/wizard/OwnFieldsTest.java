package io.keyarbor.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.keyarbor.crypto.Secret;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields and files that a person keeps beside those of the service. */
class OwnFieldsTest extends WizardTests {
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private void press(String keys, int times) {
    for (int i = 0; i < times; i++) {
      person.press(keys);
    }
  }

  private void tabTo(String id) {
    for (int i = 0; i < 60 && !id.equals(focused()); i++) {
      person.press("Tab");
    }
    assertEquals(id, focused());
  }

  private void add(String kind) {
    person.click("#add-field");
    person.click("#add-" + kind);
  }

  @Test
  void areAddedByKeyboardAlone() {
    open(CredentialWizard::add);
    person.see("Search services");
    person.type("login");
    person.press("Enter");
    person.see("Website");
    person.waitUntil(() -> "field-password".equals(stage.focused().getId()), "no focus");
    person.type("visibly-fake".toCharArray());
    tabTo("add-field");
    person.press("Space");
    person.see("#add-secret");
    press("Down", 3);
    person.press("Enter");
    person.see("Name of the field");
    person.type("PIN");
    person.press("Tab");
    person.type("0000-fake".toCharArray());
    person.press("Enter");
    person.see("Notes");
    person.press("Enter");
    person.see("Saved “Login”.");
    assertEquals(
        Map.of("password", "visibly-fake", "PIN", "0000-fake"), stored(all().getFirst().id()));
  }

  @Test
  void everyKindIsSavedAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("plan.pdf"), "%PDF-");
    pointed = Optional.of(file);
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", GOOD);
    add("text");
    person.type("Rack");
    person.press("Tab");
    person.type(" 4 ");
    add("lines");
    person.type("How to");
    person.press("Tab");
    person.type("first");
    person.press("Enter");
    person.type("then");
    add("code");
    person.fill("Value of totp", KEY.toCharArray());
    person.see("Makes codes of 6 digits, a new one every 30 seconds.");
    add("code");
    person.type("Second");
    person.press("Tab");
    person.type(KEY.toCharArray());
    add("file");
    person.see("Attached file, 5 bytes");
    stage.photograph("own-fields");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    Credential saved = all().getFirst();
    assertEquals("4", saved.details().fields().get("Rack"));
    assertEquals("first\nthen", saved.details().fields().get("How to"));
    assertEquals(
        Map.of(
            "token_value",
            ScriptedProber.GOOD,
            "totp",
            KEY,
            "Second",
            "otpauth://totp/?secret=" + KEY,
            "file:plan.pdf",
            "%PDF-"),
        stored(saved.id()));
  }

  @Test
  void areRenamedRemovedAndKeptInTheEditor() {
    Credential before = existing();
    Map<String, Secret> extras =
        TestVaults.secrets("PIN", "0000-fake", "Old", "away-fake", "file:plan.pdf", "%PDF-");
    Credential with = session.credentials().edit(before, before.details(), extras, Set.of());
    extras.values().forEach(Secret::close);
    open(wizard -> wizard.edit(with.id()));
    person.see("Type to replace");
    stage.photograph("own-fields-edit");
    // Sorted: the file comes first, then Old, then PIN.
    renameTo("plan.pdf", "map.pdf");
    renameTo("PIN", "Door code");
    remove("Old");
    person.click("Save");
    person.seeGone("Edit “Proxmox Production”");
    assertEquals(
        Map.of(
            "token_value", ScriptedProber.GOOD, "Door code", "0000-fake", "file:map.pdf", "%PDF-"),
        stored(with.id()));
  }

  @Test
  void aNameThatWasThereBeforeStaysToTheLastBlank() {
    Credential before = existing();
    Map<String, Secret> extras = TestVaults.secrets(" PIN ", "0000-fake", "file: plan ", "%PDF-");
    Credential with = session.credentials().edit(before, before.details(), extras, Set.of());
    extras.values().forEach(Secret::close);
    open(wizard -> wizard.edit(with.id()));
    person.see("Type to replace");
    add("text");
    person.type("Rack");
    person.press("Tab");
    person.type("4");
    person.click("Save");
    person.seeGone("Edit “Proxmox Production”");
    assertEquals(Set.of("token_value", " PIN ", "file: plan "), all().getFirst().secretFields());
  }

  private void renameTo(String name, String next) {
    person.fill(name, next);
  }

  private void remove(String name) {
    person.click(name);
    person.press("Tab");
    while (!Stagehand.onFx(() -> "Remove this field".equals(stage.focused().getAccessibleText()))) {
      person.press("Tab");
    }
    person.press("Space");
  }

  @Test
  void faultsAreNamedAtTheirFields() throws Exception {
    open(CredentialWizard::add);
    fillProxmox("192.0.2.10", GOOD);
    add("text");
    person.click("Next");
    person.see("Give it a name.");
    person.fill("Name of the field", "host");
    person.see("The form above has a field of that name. Choose another name.");
    person.fill("Name of the field", "file:x");
    person.see("A name cannot begin with “file:”, which stands for attached files.");
    person.fill("Name of the field", "Rack");
    person.see("Fill it in, or remove the field.");
    person.fill("Value of Rack", "4");
    person.seeGone("Fill it in, or remove the field.");
    add("code");
    person.fill("Value of totp", "not base32!".toCharArray());
    person.see(
        "This makes no one-time codes: it is not written in Base32. Paste the otpauth:// address"
            + " or the Base32 key that the service shows.");
    stage.photograph("own-fields-faults");
    person.click("Next");
    assertFalse(person.sees("Notes"));
    person.fill("Value of totp", KEY.toCharArray());
    pointed =
        Optional.of(Files.write(folder.resolve("big"), new byte[AttachedFile.MOST_BYTES + 1]));
    Stagehand.onFx(() -> {
      dialogs.closeAll();
      wizard().add();
      return null;
    });
    fillProxmox("192.0.2.10", GOOD);
    add("file");
    person.see(pointed.get() + " is too large: at most 900,000 bytes are taken.");
  }

  @Test
  void aOneTimeKeyOfTheFormIsCheckedWhileItIsTyped() {
    open(CredentialWizard::add);
    person.click("#service-generic-login");
    person.fill("Password", "visibly-fake".toCharArray());
    person.fill("One-time code secret", "otpauth://hotp/x?secret=".toCharArray());
    person.see(
        "This makes no one-time codes: only codes by time (totp) are made. Paste the otpauth://"
            + " address or the Base32 key that the service shows.");
    person.fill("One-time code secret", KEY.toCharArray());
    person.click("Next");
    person.see("Notes");
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1", "LIGHT, 1.5"})
  void theWholeWizardSpeaksGerman(Theme theme, double scale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      open(theme, scale, CredentialWizard::add);
      String end = "-de-" + theme + "-" + scale;
      person.see("Zugang hinzufügen");
      stage.photograph("wizard-1" + end);
      person.click("#service-proxmox");
      person.click("Weiter");
      person.see("Name des Tokens fehlt.");
      stage.photograph("wizard-2" + end);
      person.fill("Host", "192.0.2.10");
      person.fill("Name des Tokens", "ci");
      person.fill("Geheimnis des Tokens", GOOD);
      add("lines");
      person.type("Anleitung");
      person.press("Tab");
      person.type("x");
      add("code");
      person.fill("Wert von totp", "kurz".toCharArray());
      stage.photograph("wizard-2-own" + end);
      person.fill("Wert von totp", KEY.toCharArray());
      person.click("Weiter");
      person.see("Notizen");
      stage.photograph("wizard-3" + end);
      person.click("Speichern");
      person.seeGone("Zugang hinzufügen");
    } finally {
      Locale.setDefault(before);
    }
    assertEquals("x", all().getFirst().details().fields().get("Anleitung"));
  }
}
