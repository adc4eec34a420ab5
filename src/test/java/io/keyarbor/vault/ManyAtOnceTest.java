package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credentials.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of many credentials in one save, and the ways back from changes. */
class ManyAtOnceTest {
  @TempDir Path folder;
  private Vault vault;
  private Session session;

  @BeforeEach
  void create() {
    vault = TestVaults.vault(folder);
    session = vault.create(folder.resolve("mine.keyarbor"), "mine", key("correct horse"));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private void reopen() {
    vault.lock();
    session = vault.unlock(folder.resolve("mine.keyarbor"), key("correct horse"), false);
  }

  private Credential add(String name, Optional<GroupId> group) {
    return session.credentials().add(details(name, group), secrets("api_key", name));
  }

  private Optional<GroupId> group(String name) {
    return session.credentials().named(name).orElseThrow().details().group();
  }

  @Test
  void manyAreChangedInOneSaveAndKeepTheirSecrets() {
    List<Edit> edits = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      Credential before = add(name, Optional.empty());
      edits.add(new Edit(before, before.details().withFavourite(true)));
    }
    int[] saves = {0};
    session.onChange(() -> saves[0]++);
    session.credentials().editAll(edits);
    assertEquals(1, saves[0]);

    reopen();

    assertEquals(3, session.credentials().all().size());
    for (Credential after : session.credentials().all()) {
      assertTrue(after.details().favourite());
      assertEquals(1, after.version());
      assertEquals(2, after.revision());
      try (Secret secret = session.credentials().secret(after.id(), "api_key").orElseThrow()) {
        assertEquals(after.details().name(), text(secret));
      }
    }
  }

  @Test
  void ifOneWasChangedElsewhereItIsNamedAndNoneIsChanged() {
    Credential a = add("a", Optional.empty());
    Credential b = add("b", Optional.empty());
    Credential newest =
        session.credentials().edit(b, b.details().withFavourite(true), Map.of(), Set.of());
    VaultException refused =
        assertThrows(
            VaultException.ChangedElsewhere.class,
            () ->
                session
                    .credentials()
                    .editAll(
                        List.of(
                            new Edit(a, a.details().withName("A2")),
                            new Edit(b, b.details().withName("B2")))));
    assertTrue(refused.getMessage().contains("“b”"), refused.getMessage());
    assertThrows(
        VaultException.NameTaken.class,
        () ->
            session
                .credentials()
                .editAll(
                    List.of(
                        new Edit(a, a.details().withName("same")),
                        new Edit(newest, b.details().withName("SAME")))));
    reopen();
    assertEquals(
        Set.of("a", "b"),
        Set.copyOf(session.credentials().all().stream().map(c -> c.details().name()).toList()));
  }

  @Test
  void anEarlierSecretComesBackAsANewVersion() {
    Credential first =
        session.credentials().add(details("a"), secrets("api_key", "one", "old", "x"));
    Credential second =
        session
            .credentials()
            .edit(first, details("renamed"), secrets("api_key", "two"), Set.of("old"));
    Credential back = session.credentials().rollback(second, first.details(), 1);
    assertEquals(3, back.version());
    assertEquals(Set.of("api_key", "old"), back.secretFields());
    assertEquals(Optional.empty(), back.lastTest());

    reopen();

    try (var open = session.credentials().open(back.id())) {
      assertEquals("one", text(open.secrets().get("api_key")));
      assertEquals("x", text(open.secrets().get("old")));
    }
    Credential now = session.credentials().named("a").orElseThrow();
    assertEquals(3, session.credentials().versions(now.id()).size());
    assertThrows(
        VaultException.ChangedElsewhere.class,
        () -> session.credentials().rollback(second, second.details(), 1));
    for (int none : new int[] {0, 4, -1}) {
      assertThrows(
          VaultException.Refused.class,
          () -> session.credentials().rollback(now, now.details(), none));
    }
  }

  @Test
  void aDeletedGroupComesBackWithWhatStillLiesWhereItsEndLeftIt() {
    Group outer = session.groups().add("Cloud", Optional.empty());
    Group gone = session.groups().add("Lab", Optional.of(outer.id()));
    Group inner = session.groups().add("Rack", Optional.of(gone.id()));
    Credential stays = add("stays", Optional.of(gone.id()));
    Credential moved = add("moved", Optional.of(gone.id()));
    Credential trashed = add("trashed", Optional.of(gone.id()));
    session.credentials().moveToTrash(List.of(trashed.id()));
    session.groups().delete(gone.id());
    Credential now = session.credentials().named("moved").orElseThrow();
    session
        .credentials()
        .editAll(List.of(new Edit(now, now.details().withGroup(Optional.empty()))));

    session
        .groups()
        .restore(gone, List.of(inner.id()), List.of(stays.id(), moved.id(), trashed.id()));
    reopen();

    assertEquals(Set.of(outer, gone, inner), Set.copyOf(session.groups().all()));
    assertEquals(Optional.of(gone.id()), group("stays"));
    assertEquals(Optional.empty(), group("moved"));
    assertEquals(
        Optional.of(gone.id()), session.credentials().trash().getFirst().details().group());
    assertThrows(
        VaultException.Refused.class, () -> session.groups().restore(gone, List.of(), List.of()));
  }

  @Test
  void aSearchIsKeptRenamedAndDeleted() {
    SavedSearch made =
        session.searches().put(new SavedSearch(SearchId.random(), "Soon", "expires:<30d tag:prod"));
    session.searches().put(made.withName("Ends soon"));
    assertThrows(
        VaultException.NameTaken.class,
        () -> session.searches().put(new SavedSearch(SearchId.random(), "ends  SOON", "x")));
    assertThrows(
        VaultException.Refused.class,
        () -> session.searches().put(new SavedSearch(SearchId.random(), "long", "x".repeat(1001))));
    assertThrows(
        VaultException.Refused.class,
        () -> session.searches().put(new SavedSearch(SearchId.random(), " ", "x")));
    Credential credential = add("a", Optional.empty());
    assertThrows(
        VaultException.Refused.class,
        () ->
            session
                .searches()
                .put(new SavedSearch(new SearchId(credential.id().value()), "over", "x")));

    reopen();

    assertEquals(
        List.of(new SavedSearch(made.id(), "Ends soon", "expires:<30d tag:prod")),
        session.searches().all());
    assertEquals(1, session.credentials().all().size());
    session.searches().delete(made.id());
    reopen();
    assertEquals(List.of(), session.searches().all());
  }

  @Test
  void thereIsAnEndToTheNumberOfSearches() {
    for (int i = 0; i < Searches.MOST; i++) {
      session.searches().put(new SavedSearch(SearchId.random(), "search " + i, "x"));
    }
    assertThrows(
        VaultException.Refused.class,
        () -> session.searches().put(new SavedSearch(SearchId.random(), "one more", "x")));
  }
}
