package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.settings.Grouping;
import io.keyarbor.storage.FileStores;
import io.keyarbor.storage.SeenFiles;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does seldom: groups, another password, another certificate, the demo. */
class MoreDesktopTest {
  private static final String NEXT = "nine brass kettles by the harbour";

  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Optional<Group> group(String name) {
    return app.vault.content().groups().all().stream()
        .filter(g -> g.name().equals(name))
        .findFirst();
  }

  @Test
  void aGroupIsMadeInsideAnotherRenamedMovedAndDeletedFromItsMenu() {
    app.settings.change(s -> s.withGrouping(Grouping.GROUP));
    app.unlocked();
    app.person.click("Home lab");
    app.contextMenu("New group inside…");
    app.person.fill("#group-name", "Shelf");
    app.person.press("Enter");
    app.person.seeGone("New group");
    app.person.see("Shelf");
    assertEquals(group("Home lab").orElseThrow().id(), group("Shelf").orElseThrow().parent().get());

    app.person.click("Shelf");
    app.contextMenu("Rename…");
    app.person.fill("#group-name", "Attic");
    app.person.press("Enter");
    app.person.seeGone("Rename group");
    app.person.see("Attic");
    app.contextMenu("Move to", "Work");
    app.person.waitUntil(
        () -> group("Attic").get().parent().equals(group("Work").map(Group::id)),
        "the group did not move");
    app.contextMenu("Delete group");
    app.person.waitUntil(() -> group("Attic").isEmpty(), "the group is still there");
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> group("Attic").isPresent(), "the group did not come back");
    app.person.press("Ctrl+Z");
    app.person.waitUntil(
        () -> group("Attic").get().parent().equals(group("Home lab").map(Group::id)),
        "the group did not move back");
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> group("Shelf").isPresent(), "the name did not come back");
    assertEquals(14, app.vault.content().all().size());
  }

  @Test
  void theEmptyListHasThreeDoorsAndTheMenuLeadsOn() {
    List<CredentialId> all = app.vault.content().all().stream().map(Credential::id).toList();
    app.vault.content().moveToTrash(all);
    app.vault.content().purge(all);
    app.unlocked();
    app.person.see("No credentials yet");
    app.photograph("empty-doors");
    door("Add a credential", "#service-github");
    door("Sweep this computer", "#sweep-next");
    door("Import", "#import-choose");
    menu("Profiles…", "#profile-list");
    menu("Export…", "#export-scope");
  }

  private void door(String name, String inside) {
    app.person.click(name);
    app.person.see(inside);
    app.person.press("Escape");
    app.person.seeGone(inside);
  }

  private void menu(String item, String inside) {
    Stagehand.onFx(() -> {
      app.menu(item);
      return null;
    });
    app.person.see(inside);
    app.person.press("Escape");
    app.person.seeGone(inside);
  }

  @Test
  void anotherMasterPasswordOpensTheVaultFromThenOn() {
    Path file = folder.resolve("real.keyarbor");
    Vault vault =
        new LocalVault(
            new FileStores(),
            new SeenFiles(folder.resolve("state")),
            () -> new KdfCost(1024, 1, 1),
            Clock.systemUTC(),
            Runnable::run);
    try (UnlockKey key = key(DesktopStage.PASSWORD)) {
      vault.create(file, "Real", key);
    }
    app.over(vault).open();
    app.person.click("#more");
    app.person.click("Change master password…");
    app.person.fill("Current master password", DesktopStage.PASSWORD);
    app.person.fill("New master password", NEXT);
    app.person.fill("New master password again", NEXT);
    app.person.click("Change password");
    app.person.see("Master password changed");

    vault.lock();
    try (UnlockKey key = key(NEXT)) {
      assertEquals("Real", vault.unlock(file, key, false).vaultName());
    }
    vault.lock();
  }

  private static UnlockKey key(String password) {
    return new UnlockKey(Secret.takeUtf8(password.toCharArray()), Optional.empty());
  }

  @Test
  void anotherCertificateThanTheTrustedOneIsAWarningAndTrustedOnlyAfterAQuestion() {
    Credential grafana =
        app.vault.content().all().stream()
            .filter(c -> c.details().name().equals("Grafana Operations"))
            .findFirst()
            .orElseThrow();
    ServerCertificate other =
        new ServerCertificate(
            "CN=grafana.example", "CN=Else", Sample.NOW, Sample.NOW, "12:34", "AB:CD");
    app.vault
        .content()
        .recordTest(grafana.id(), 1, Sample.verdict(Reason.TLS_UNTRUSTED, 1, Optional.of(other)));
    app.unlocked();
    app.person.fill("#search", "Grafana Operations");
    app.person.press("Down");
    app.person.see("Trusted until now");
    app.photograph("certificate-changed");
    app.person.click("Trust the new certificate…");
    app.person.see("Trust the new certificate?");
    app.person.press("Enter");
    app.person.seeGone("Trust the new certificate?");
    assertFalse(trust(grafana).contains("12:34"));
    app.person.click("Trust the new certificate…");
    app.person.click("Trust the new certificate");

    app.person.waitUntil(() -> trust(grafana).contains("12:34"), "it is not trusted");
  }

  private String trust(Credential credential) {
    return app.vault.content().find(credential.id()).orElseThrow().details().trust().toString();
  }

  @Test
  void theDemoTellsThatItIsOneAndItsPasswordAndTheWayBack() {
    app.asDemo().locked();
    app.person.see("Only a demo");
    app.person.see("Its password is known.");
    assertFalse(app.person.sees("Create a vault"));
    assertFalse(app.person.sees("Another vault…"));
    app.photograph("demo-locked");
    app.person.click("Leave the demo");
    assertTrue(app.asked.contains("leave"));
    assertEquals(VaultState.LOCKED, app.vault.state());
  }
}
