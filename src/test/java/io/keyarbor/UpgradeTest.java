package io.keyarbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.Language;
import io.keyarbor.settings.Presence.Quiet;
import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.window.Placement;
import io.keyarbor.ui.window.PlacementFile;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What version 0.1.0 left on a disk is read whole by this one. */
class UpgradeTest {
  @TempDir Path folder;

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = UpgradeTest.class.getResourceAsStream("upgrade/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }

  @Test
  void aVaultOpensWithAllThatIsInIt() throws IOException {
    Path file = copy("upgrade.keyarbor");
    Vault vault = TestVaults.vault(folder.resolve("state"), Runnable::run);
    try (UnlockKey key = TestVaults.key("an owl reads maps at night")) {
      Session session = vault.unlock(file, key, false);
      hasItsCredentials(session);
      hasItsGroupsAndProfile(session);
      hasItsHistory(session);
    } finally {
      vault.lock();
    }
  }

  private static void hasItsCredentials(Session session) {
    assertEquals(
        Set.of("Billing key", "DB_ADMIN production", "Local health"),
        session.credentials().all().stream()
            .map(c -> c.details().name())
            .collect(Collectors.toSet()));
    assertEquals(
        List.of("Old account"),
        session.credentials().trash().stream().map(c -> c.details().name()).toList());

    Credential billing = named(session, "Billing key");
    assertEquals("generic-secret", billing.details().serviceType());
    assertEquals(Map.of("kind", "single"), billing.details().fields());
    assertEquals(Set.of("prod", "grüne Wiese"), billing.details().tags());
    assertEquals("Äpfel, 鍵 and notes", billing.details().notes());
    assertEquals(Optional.of(LocalDate.of(2031, 3, 1)), billing.details().expires());
    assertTrue(billing.details().favourite());
    assertEquals("fake-billing-second-111111", secret(session, billing, "value"));

    Credential database = named(session, "DB_ADMIN production");
    assertEquals(Map.of("username", "admin"), database.details().fields());
    assertEquals(new TestSchedule.Every(24), database.details().schedule());
    assertEquals("visibly-fake-0O1lI", secret(session, database, "password"));
    assertEquals("fake-token-222222", secret(session, named(session, "Local health"), "token"));
  }

  private static void hasItsGroupsAndProfile(Session session) {
    Map<String, Group> groups =
        session.groups().all().stream().collect(Collectors.toMap(Group::name, g -> g));
    Group inner = groups.get("Northwind");
    assertEquals(Optional.of(groups.get("Customers").id()), inner.parent());
    Credential database = named(session, "DB_ADMIN production");
    assertEquals(Optional.of(inner.id()), database.details().group());

    Profile profile = session.profiles().named("production").orElseThrow();
    assertEquals("What customers use", profile.description());
    assertEquals(
        List.of(
            new Variable(
                "BILLING_KEY", named(session, "Billing key").id(), new Value.Field("value")),
            new Variable("PGPASSWORD", database.id(), new Value.Field("password")),
            new Variable("PGPASSFILE", database.id(), new Value.FileOf("password"))),
        profile.variables());
  }

  /** What tests found, and a secret of before, which a way back makes the current one again. */
  private static void hasItsHistory(Session session) {
    List<PastVerdict> found = session.credentials().history(named(session, "Local health").id());
    assertEquals(
        List.of(Reason.OK, Reason.BAD_CREDENTIAL),
        found.stream().map(PastVerdict::reason).toList());
    assertEquals("127.0.0.1:8731", found.getLast().detail().split(" ", 2)[0]);

    Credential now = named(session, "Billing key");
    assertEquals(
        List.of(2, 1),
        session.credentials().versions(now.id()).stream().map(v -> v.number()).toList());
    Credential back = session.credentials().rollback(now, now.details(), 1);
    assertEquals("fake-billing-first-000000", secret(session, back, "value"));
  }

  private static Credential named(Session session, String name) {
    return session.credentials().named(name).orElseThrow();
  }

  private static String secret(Session session, Credential credential, String field) {
    try (Secret secret = session.credentials().secret(credential.id(), field).orElseThrow()) {
      return TestVaults.text(secret);
    }
  }

  @Test
  void settingsAreAsThePersonLeftThem() throws IOException {
    SettingsStore store = new SettingsStore(copy("settings.json"));
    Settings read = store.current();

    assertEquals(Optional.empty(), store.trouble());
    assertEquals(Theme.DARK, read.theme());
    assertEquals(1.25, read.fontScale());
    assertEquals(Language.GERMAN, read.language());
    assertEquals(7, read.autoLockMinutes());
    assertEquals(45, read.clipboardSeconds());
    assertEquals(Grouping.TAG, read.grouping());
    assertEquals(Set.of("changed", "created", "service"), read.hiddenColumns());
    assertTrue(read.presence().closeToTray());
    assertEquals(
        Optional.of(new Quiet(LocalTime.of(22, 0), LocalTime.of(6, 30))), read.presence().quiet());
    assertEquals(false, read.protection().lockWithSystem());
    assertEquals(QuickUnlock.PIN, read.protection().quickUnlock());
    assertTrue(read.welcomed());
    assertEquals(
        Optional.of(Path.of("/home/person/.local/share/keyarbor/personal.keyarbor")),
        read.recentVault());
  }

  @Test
  void windowsOpenWhereTheyWere() throws IOException {
    assertEquals(
        Optional.of(new Placement(40, 30, 1000, 640, true)),
        new PlacementFile(copy("windows.json")).find("0,0,1280x770"));
  }
}
