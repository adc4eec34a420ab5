package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials.Edit;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault used through the agent does and says what the vault itself does and says. */
class RemoteSessionTest {
  @TempDir Path folder;
  private Place place;
  private SharedVault owner;
  private Session mine;
  private RemoteSession remote;

  @BeforeEach
  void unlock() {
    place = Place.withVault(folder);
    owner = place.unlocked();
    mine = owner.session().orElseThrow();
    remote = place.joined();
  }

  @AfterEach
  void lock() {
    remote.close();
    owner.lock();
    place.close();
  }

  @Test
  void aCredentialIsTheSameOnBothSides() {
    Credential added = remote.credentials().add(details("Proxmox"), secrets("token", "s1"));
    assertEquals(List.of(added), mine.credentials().all());
    assertEquals(List.of(added), remote.credentials().all());
    assertEquals(Optional.of(added), remote.credentials().named("PROXMOX"));
    assertEquals(Optional.of(added), remote.credentials().find(added.id()));

    Credential edited =
        remote
            .credentials()
            .edit(added, details("Proxmox 2"), secrets("token", "s2", "id", "x"), Set.of());
    assertEquals(2, edited.version());
    assertEquals(Set.of("token", "id"), edited.secretFields());
    assertEquals(List.of(edited), remote.credentials().all());
    assertEquals(
        mine.credentials().versions(added.id()), remote.credentials().versions(added.id()));
    try (Secret token = remote.credentials().secret(added.id(), "token").orElseThrow();
        var open = remote.credentials().open(added.id())) {
      assertEquals("s2", text(token));
      assertEquals("x", text(open.secrets().get("id")));
      assertEquals(Map.of("host", "Proxmox 2.example"), open.plain());
    }
    assertTrue(remote.credentials().secret(added.id(), "none").isEmpty());

    remote.credentials().moveToTrash(List.of(added.id()));
    assertEquals(List.of(), remote.credentials().all());
    assertEquals(mine.credentials().trash(), remote.credentials().trash());
    remote.credentials().restore(List.of(added.id()));
    assertEquals(1, remote.credentials().all().size());
    remote.credentials().moveToTrash(List.of(added.id()));
    remote.credentials().purge(List.of(added.id()));
    assertEquals(List.of(), remote.credentials().trash());
    assertEquals(Optional.empty(), remote.credentials().find(added.id()));
  }

  @Test
  void aSecretComesAcrossToTheByte() {
    byte[] bytes = new byte[900_000];
    new Random(7).nextBytes(bytes);
    bytes[0] = 0;
    try (Secret large = Secret.copyOf(bytes)) {
      Credential added = remote.credentials().add(details("Large"), Map.of("key", large));
      try (Secret back = remote.credentials().secret(added.id(), "key").orElseThrow()) {
        back.use(b -> {
          assertArrayEquals(bytes, b);
          return null;
        });
      }
    }
  }

  @Test
  void manyComeInOneSaveWithTheirGroupsOrNotAtAll() {
    Group group = new Group(GroupId.random(), "Cloud", Optional.empty());
    List<NewCredential> two =
        List.of(
            new NewCredential(details("a", Optional.of(group.id())), secrets("token", "1")),
            new NewCredential(details("b"), secrets("token", "2")));
    assertEquals(2, remote.credentials().addAll(List.of(group), two).size());
    assertEquals(List.of(group), remote.groups().all());
    assertEquals(List.of(group), mine.groups().all());
    assertEquals(
        "There is already one named “a”. Choose another name.",
        assertThrows(
                VaultException.NameTaken.class,
                () ->
                    remote
                        .credentials()
                        .addAll(
                            List.of(),
                            List.of(new NewCredential(details("c"), Map.of()), two.getFirst())))
            .getMessage());
    assertEquals(2, mine.credentials().all().size());
  }

  @Test
  void aVerdictAndItsHistoryAreKept() {
    Credential added = remote.credentials().add(details("Tested"), secrets("token", "s"));
    Verdict verdict =
        new Verdict(
            Reason.OK,
            "Connected",
            Instant.ofEpochMilli(1_000),
            Duration.ofMillis(12),
            Map.of("Version", "1"),
            List.of("read"),
            new Expiry.Never(),
            List.of(),
            Optional.empty());
    remote.credentials().recordTest(added.id(), 1, verdict);
    assertEquals(
        Optional.of(verdict), remote.credentials().find(added.id()).orElseThrow().lastTest());
    assertEquals(mine.credentials().history(added.id()), remote.credentials().history(added.id()));
    assertEquals(1, remote.credentials().history(added.id()).size());
    assertEquals(List.of(), remote.credentials().history(CredentialId.random()));
  }

  @Test
  void groupsAndProfilesAreTheSameToo() {
    Group group = remote.groups().add("Cloud", Optional.empty());
    Group inner = remote.groups().add("AWS", Optional.of(group.id()));
    remote.groups().change(inner.withSchedule(new TestSchedule.Every(24)));
    assertEquals(Set.copyOf(mine.groups().all()), Set.copyOf(remote.groups().all()));
    remote.groups().delete(group.id());
    assertEquals(mine.groups().all(), remote.groups().all());

    Credential credential = remote.credentials().add(details("c"), secrets("token", "s"));
    Profile profile = remote.profiles().add("production", "what runs");
    Profile changed =
        remote
            .profiles()
            .change(
                profile.withVariables(
                    List.of(new Variable("TOKEN", credential.id(), new Value.Field("token")))));
    assertEquals(Optional.of(changed), remote.profiles().named("Production"));
    assertEquals(List.of(changed), remote.profiles().all());
    assertThrows(
        VaultException.Refused.class,
        () ->
            remote
                .profiles()
                .change(
                    profile.withVariables(
                        List.of(new Variable("1", credential.id(), new Value.Field("t"))))));
    remote.profiles().delete(profile.id());
    assertEquals(List.of(), mine.profiles().all());
  }

  @Test
  void manyAreChangedAtOnceAndChangesAreTakenBack() {
    Credential a = remote.credentials().add(details("a"), secrets("token", "one"));
    Credential b = remote.credentials().add(details("b"), secrets("token", "b"));
    List<Credential> both =
        remote
            .credentials()
            .editAll(
                List.of(
                    new Edit(a, a.details().withFavourite(true)),
                    new Edit(b, b.details().withName("b2"))));
    assertEquals(Set.copyOf(both), Set.copyOf(mine.credentials().all()));
    assertEquals(Set.copyOf(both), Set.copyOf(remote.credentials().all()));
    assertEquals(
        "“a” was changed meanwhile. Look at it again, then repeat your change.",
        assertThrows(
                VaultException.ChangedElsewhere.class,
                () -> remote.credentials().editAll(List.of(new Edit(a, a.details()))))
            .getMessage());

    Credential changed =
        remote.credentials().edit(both.getFirst(), details("a"), secrets("token", "two"), Set.of());
    Credential back = remote.credentials().rollback(changed, a.details(), 1);
    assertEquals(3, back.version());
    try (Secret token = mine.credentials().secret(a.id(), "token").orElseThrow()) {
      assertEquals("one", text(token));
    }

    Group group = remote.groups().add("Cloud", Optional.empty());
    remote
        .credentials()
        .editAll(List.of(new Edit(back, back.details().withGroup(Optional.of(group.id())))));
    remote.groups().delete(group.id());
    remote.groups().restore(group, List.of(), List.of(a.id()));
    assertEquals(List.of(group), mine.groups().all());
    assertEquals(
        Optional.of(group.id()), mine.credentials().find(a.id()).orElseThrow().details().group());
  }

  @Test
  void searchesAreTheSameToo() {
    SavedSearch search = new SavedSearch(SearchId.random(), "Soon", "expires:<30d");
    assertEquals(search, remote.searches().put(search));
    assertEquals(List.of(search), mine.searches().all());
    assertEquals(List.of(search), remote.searches().all());
    SavedSearch renamed = mine.searches().put(search.withName("Later"));
    remote.profiles().add("told after it", "");
    assertEquals(List.of(renamed), remote.searches().all());
    remote.searches().delete(search.id());
    assertEquals(List.of(), mine.searches().all());
  }

  @Test
  void whatTheVaultRefusesIsRefusedInItsWords() {
    Credential first = remote.credentials().add(details("First"), Map.of());
    remote.credentials().edit(first, details("Again"), Map.of(), Set.of());
    for (Session session : List.of(mine, remote)) {
      assertEquals(
          "“First” was changed meanwhile. Look at it again, then repeat your change.",
          assertThrows(
                  VaultException.ChangedElsewhere.class,
                  () -> session.credentials().edit(first, details("x"), Map.of(), Set.of()))
              .getMessage());
      assertEquals(
          "The group is gone. Choose another one.",
          assertThrows(
                  VaultException.Refused.class, () -> session.groups().delete(GroupId.random()))
              .getMessage());
      assertEquals(
          "This credential is gone. It was deleted.",
          assertThrows(
                  VaultException.Refused.class,
                  () -> session.credentials().secret(CredentialId.random(), "x"))
              .getMessage());
    }
  }

  @Test
  void thePasswordIsCheckedAndChanged() {
    try (var right = key(Place.PASSWORD);
        var wrong = key("wrong");
        var next = key("next", "a key file")) {
      remote.verify(right);
      assertThrows(VaultException.WrongPassword.class, () -> remote.verify(wrong));
      assertThrows(VaultException.WrongPassword.class, () -> remote.changePassword(wrong, next));
      assertFalse(remote.needsKeyFile());
      remote.changePassword(right, next);
      assertTrue(remote.needsKeyFile());
      assertThrows(VaultException.WrongPassword.class, () -> remote.verify(right));
      remote.verify(next);
    }
  }

  @Test
  void aBackupIsMade() {
    remote.backups().create();
    assertTrue(remote.backups().lastProven().isPresent());
    assertEquals(
        mine.backups().lastProven().map(Instant::toEpochMilli),
        remote.backups().lastProven().map(Instant::toEpochMilli));
    assertEquals("Mine", remote.vaultName());
    assertEquals(mine.vaultId(), remote.vaultId());
  }

  @Test
  void anInterruptedThreadLosesNoAnswer() {
    Thread.currentThread().interrupt();
    Credential added = remote.credentials().add(details("kept"), Map.of());
    assertTrue(Thread.interrupted(), "the interrupt is kept for later");
    assertEquals(List.of(added), remote.credentials().all());
  }
}
