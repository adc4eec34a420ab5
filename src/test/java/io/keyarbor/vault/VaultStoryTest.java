package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultStoryTest {
  @TempDir Path folder;
  private Path file;
  private LocalVault vault;
  private Session session;

  @BeforeEach
  void createAVault() {
    file =
        Path.of("")
            .toAbsolutePath()
            .relativize(folder.toAbsolutePath())
            .resolve("data/keyarbor/my vault; really.keyarbor");
    vault = TestVaults.vault(folder.resolve("state"));
    session = vault.create(file, "My vault", key("correct horse"));
  }

  @AfterEach
  void lockIt() {
    vault.lock();
  }

  private Session reopen() {
    vault.lock();
    session = vault.unlock(file, key("correct horse"), false);
    return session;
  }

  @Test
  void aPersonFindsEverythingAgainAfterUnlocking() {
    Group cloud = session.groups().add("Cloud", Optional.empty());
    Group europe = session.groups().add("Europe", Optional.of(cloud.id()));
    Details details =
        new Details(
            "Production",
            "generic",
            Optional.of(europe.id()),
            Map.of("host", "192.0.2.10", "user", "rené"),
            Set.of("prod", "eu"),
            true,
            "ask ops\nfirst",
            Optional.of(LocalDate.of(2027, 1, 31)),
            new TlsTrust.Pin("AB:CD"));
    Credential added = session.credentials().add(details, secrets("token", "sesam", "pin", "12"));
    Verdict verdict =
        new Verdict(
            Reason.OK,
            "Fine.",
            Instant.parse("2026-11-20T10:00:00Z"),
            Duration.ofMillis(12),
            Map.of("Version", "2.42.0"),
            List.of("read", "write"),
            new Expiry.At(Instant.parse("2027-01-01T00:00:00Z")),
            List.of("small", "large"),
            Optional.of(
                new ServerCertificate(
                    "CN=a", "CN=b", Instant.EPOCH, Instant.EPOCH.plusSeconds(9), "AB", "")));
    session.credentials().recordTest(added.id(), 1, verdict);

    reopen();

    assertEquals("My vault", session.vaultName());
    assertEquals(Set.of(cloud, europe), Set.copyOf(session.groups().all()));
    Credential found = session.credentials().find(added.id()).orElseThrow();
    assertEquals(details, found.details());
    assertEquals(Optional.of(verdict), found.lastTest());
    assertEquals(Set.of("token", "pin"), found.secretFields());
    assertEquals(added.created(), found.created());
    try (FieldValues values = session.credentials().open(found.id())) {
      assertEquals("sesam", text(values.secrets().get("token")));
      assertEquals("12", text(values.secrets().get("pin")));
      assertEquals("rené", values.plain().get("user"));
    }
    assertTrue(session.credentials().secret(found.id(), "no such field").isEmpty());
  }

  @Test
  void everyChangeOfASecretIsKeptAsAVersion() {
    Credential first = session.credentials().add(details("A"), secrets("token", "one", "key", "k"));
    Credential renamed =
        session.credentials().edit(first, details("B"), secrets("token", "one"), Set.of());
    assertEquals(1, renamed.version(), "the same secret is no new version");
    Credential changed =
        session.credentials().edit(renamed, details("B"), secrets("token", "two"), Set.of());
    Credential less = session.credentials().edit(changed, details("B"), Map.of(), Set.of("key"));
    assertEquals(3, less.version());
    assertEquals(Set.of("token"), less.secretFields());

    reopen();

    assertEquals(
        List.of(3, 2, 1),
        session.credentials().versions(first.id()).stream().map(Version::number).toList());
    try (Secret token = session.credentials().secret(first.id(), "token").orElseThrow()) {
      assertEquals("two", text(token));
    }
  }

  @Test
  void anEditFromAnOldViewIsRefused() {
    Credential first = session.credentials().add(details("A"), Map.of());
    session.credentials().edit(first, details("A2"), Map.of(), Set.of());
    var e =
        assertThrows(
            VaultException.ChangedElsewhere.class,
            () -> session.credentials().edit(first, details("A3"), Map.of(), Set.of()));
    assertTrue(e.getMessage().contains("“A” was changed meanwhile"), e.getMessage());
    assertEquals("A2", session.credentials().all().getFirst().details().name());
  }

  @Test
  void aTestThatEndsDuringAnEditDoesNotSpoilIt() {
    Credential first = session.credentials().add(details("A"), secrets("token", "one"));
    session.credentials().recordTest(first.id(), 1, verdict(Reason.OK));
    Credential edited = session.credentials().edit(first, details("B"), Map.of(), Set.of());
    assertEquals(Optional.empty(), edited.lastTest(), "the host changed with the name");
    session.credentials().recordTest(first.id(), 1, verdict(Reason.EXPIRED));
    assertEquals(
        Reason.EXPIRED,
        session.credentials().find(first.id()).orElseThrow().lastTest().orElseThrow().reason());
  }

  @Test
  void aVerdictOnAnOldSecretIsNotKept() {
    Credential first = session.credentials().add(details("A"), secrets("token", "one"));
    Credential next =
        session.credentials().edit(first, details("A"), secrets("token", "two"), Set.of());
    session.credentials().recordTest(first.id(), 1, verdict(Reason.OK));
    assertTrue(session.credentials().find(next.id()).orElseThrow().lastTest().isEmpty());
  }

  private static Verdict verdict(Reason reason) {
    return new Verdict(
        reason,
        "x".repeat(10_000),
        Instant.EPOCH,
        Duration.ZERO,
        Map.of(),
        List.of(),
        new Expiry.Never(),
        List.of(),
        Optional.empty());
  }

  @Test
  void twoInUseCannotHaveOneName() {
    session.credentials().add(details("Straße  Eins"), Map.of());
    assertThrows(
        VaultException.NameTaken.class,
        () -> session.credentials().add(details(" STRASSE eins "), Map.of()));
    Credential other = session.credentials().add(details("Other"), Map.of());
    assertThrows(
        VaultException.NameTaken.class,
        () -> session.credentials().edit(other, details("straße eins"), Map.of(), Set.of()));
    assertThrows(
        VaultException.Refused.class, () -> session.credentials().add(details("  "), Map.of()));
    assertEquals(2, session.credentials().all().size());
  }

  @Test
  void theTrashGivesBackWhatWasDeletedAndFreesItsName() {
    Credential first = session.credentials().add(details("A"), secrets("token", "one"));
    session.credentials().moveToTrash(List.of(first.id()));
    assertEquals(List.of(), session.credentials().all());
    assertEquals(1, session.credentials().trash().size());
    session.credentials().add(details("A"), Map.of());

    reopen();

    session.credentials().restore(List.of(first.id()));
    Credential restored = session.credentials().find(first.id()).orElseThrow();
    assertEquals("A 2", restored.details().name());
    assertTrue(restored.trashed().isEmpty());
    try (Secret token = session.credentials().secret(first.id(), "token").orElseThrow()) {
      assertEquals("one", text(token));
    }
    session.credentials().purge(List.of(first.id()));
    assertTrue(session.credentials().find(first.id()).isPresent(), "only the trash is emptied");
    session.credentials().moveToTrash(List.of(first.id()));
    session.credentials().purge(List.of(first.id()));
    assertTrue(session.credentials().find(first.id()).isEmpty());
    assertThrows(VaultException.Refused.class, () -> session.credentials().versions(first.id()));
    assertEquals(1, reopen().credentials().all().size());
  }

  @Test
  void groupsNestAndADeletedOneLeavesItsContentToItsParent() {
    Group top = session.groups().add("Top", Optional.empty());
    Group middle = session.groups().add("Middle", Optional.of(top.id()));
    Group low = session.groups().add("Low", Optional.of(middle.id()));
    Credential inside = session.credentials().add(details("A", Optional.of(middle.id())), Map.of());
    assertThrows(
        VaultException.Refused.class,
        () -> session.groups().change(new Group(top.id(), "Top", Optional.of(low.id()))));
    assertThrows(
        VaultException.NameTaken.class,
        () -> session.groups().add("MIDDLE", Optional.of(top.id())));
    session.groups().add("Middle", Optional.empty());

    session.groups().delete(middle.id());
    reopen();

    assertEquals(
        Optional.of(top.id()),
        session.credentials().find(inside.id()).orElseThrow().details().group());
    assertTrue(session.groups().all().contains(new Group(low.id(), "Low", Optional.of(top.id()))));
    assertThrows(
        VaultException.Refused.class,
        () -> session.credentials().add(details("B", Optional.of(middle.id())), Map.of()));
  }

  @Test
  void manyAreAddedInOneSaveOrNone() {
    List<NewCredential> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(new NewCredential(details("n" + i), secrets("token", "t" + i)));
    }
    all.add(new NewCredential(details("N7"), Map.of()));
    assertThrows(VaultException.NameTaken.class, () -> session.credentials().addAll(all));
    assertEquals(List.of(), session.credentials().all());
    all.removeLast();
    session.credentials().addAll(all);
    assertEquals(50, reopen().credentials().all().size());
  }

  @Test
  void aNewPasswordAndKeyFileReplaceTheOldOnes() {
    session.credentials().add(details("A"), secrets("token", "one"));
    assertThrows(
        VaultException.WrongPassword.class,
        () -> session.changePassword(key("wrong"), key("new", "file")));
    session.changePassword(key("correct horse"), key("new", "file content"));
    session.credentials().add(details("B"), Map.of());
    session.changePassword(key("new", "file content"), key("newer", "file content"));
    vault.lock();

    assertTrue(vault.needsKeyFile(file));
    for (UnlockKey wrong :
        List.of(
            key("correct horse"),
            key("newer"),
            key("newer", "other content"),
            key("new", "file content"))) {
      assertThrows(VaultException.WrongPassword.class, () -> vault.unlock(file, wrong, false));
      assertEquals(VaultState.LOCKED, vault.state());
    }
    session = vault.unlock(file, key("newer", "file content"), false);
    assertEquals(2, session.credentials().all().size());
  }

  @Test
  void lockingEndsEverything() {
    Credential added = session.credentials().add(details("A"), secrets("token", "one"));
    Credentials credentials = session.credentials();
    Groups groups = session.groups();
    List<VaultState> states = new ArrayList<>();
    vault.onState(states::add);
    assertThrows(
        VaultException.Refused.class, () -> vault.unlock(file, key("correct horse"), false));

    session.lock();
    session.lock();

    assertEquals(List.of(VaultState.LOCKING, VaultState.LOCKED), states);
    assertTrue(session.isLocked());
    assertTrue(vault.session().isEmpty());
    assertThrows(VaultException.Locked.class, credentials::all);
    assertThrows(VaultException.Locked.class, credentials::trash);
    assertThrows(VaultException.Locked.class, groups::all);
    assertThrows(VaultException.Locked.class, () -> credentials.find(added.id()));
    assertThrows(VaultException.Locked.class, () -> credentials.secret(added.id(), "token"));
    assertThrows(VaultException.Locked.class, () -> credentials.open(added.id()));
    assertThrows(VaultException.Locked.class, () -> credentials.add(details("B"), Map.of()));
    assertThrows(VaultException.Locked.class, () -> credentials.versions(added.id()));
    assertThrows(VaultException.Locked.class, () -> session.changePassword(key("a"), key("b")));
    Session old = session;
    session = vault.unlock(file, key("correct horse"), false);
    old.lock();
    assertFalse(session.isLocked(), "an old session cannot lock a new one");
  }

  @Test
  void changesAreToldUntilTheListenerIsClosed() {
    List<Integer> sizes = new ArrayList<>();
    var subscription = session.onChange(() -> sizes.add(session.credentials().all().size()));
    Credential a = session.credentials().add(details("A"), Map.of());
    session.credentials().moveToTrash(List.of(a.id()));
    session.credentials().moveToTrash(List.of(a.id()));
    subscription.close();
    session.credentials().add(details("B"), Map.of());
    assertEquals(List.of(1, 0), sizes);
  }

  @Test
  void aCredentialThatIsTooLargeIsRefusedAndNothingChanges() {
    var e =
        assertThrows(
            VaultException.Refused.class,
            () -> session.credentials().add(details("A"), secrets("t", "x".repeat(1_100_000))));
    assertTrue(e.getMessage().contains("megabyte"));
    session.credentials().add(details("A"), secrets("t", "x".repeat(900_000)));
    reopen();
    try (FieldValues values =
        session.credentials().open(session.credentials().all().getFirst().id())) {
      assertEquals(900_000, values.secrets().get("t").length());
    }
  }

  @Test
  void theFolderAndEveryFileInItBelongToTheirOwnerAlone() throws Exception {
    for (int i = 0; i < 30; i++) {
      session.credentials().add(details("n" + i), Map.of());
    }
    session.backups().create();
    assertModes();
    vault.lock();
    assertModes();
  }

  private void assertModes() throws Exception {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> !p.equals(folder)).toList()) {
        assertEquals(
            Files.isDirectory(path) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
            path.toString());
      }
    }
  }

  @Test
  void aVaultIsMadeOnlyWhereThereIsNone() throws Exception {
    vault.lock();
    byte[] before = Files.readAllBytes(file);
    assertThrows(VaultException.AlreadyExists.class, () -> vault.create(file, "x", key("y")));
    assertEquals(VaultState.LOCKED, vault.state());
    assertEquals(before.length, Files.size(file));
    assertThrows(
        VaultException.NotFound.class, () -> vault.unlock(folder.resolve("none"), key("y"), false));
  }
}
