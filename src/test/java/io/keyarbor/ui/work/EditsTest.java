package io.keyarbor.ui.work;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change has a way back, over a real vault. */
class EditsTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Vault vault;
  private Credentials credentials;
  private Edits edits;

  @BeforeEach
  void open() {
    vault = TestVaults.vault(folder);
    Session session = vault.create(folder.resolve("mine.keyarbor"), "mine", key("a b c"));
    credentials = session.credentials();
    edits = new Edits(session, new AtOnce(), heard);
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private Credential named(String name) {
    return credentials.named(name).orElseThrow();
  }

  private String token(String name) {
    try (Secret secret = credentials.secret(named(name).id(), "token").orElseThrow()) {
      return text(secret);
    }
  }

  private void edit(String name, String nextName, String token) {
    Credential before = named(name);
    Credential after =
        credentials.edit(
            before, before.details().withName(nextName), secrets("token", token), Set.of());
    edits.undoable("Saved", List.of(before), List.of(after));
  }

  @Test
  void manyAreChangedAndComeBackInOneStep() {
    for (String name : List.of("a", "b", "c")) {
      credentials.add(details(name), secrets("token", name));
    }
    edits.change(
        credentials.all(), d -> d.withTags(Set.of("prod")), name -> "Tagged " + name, () -> {});
    assertTrue(credentials.all().stream().allMatch(c -> c.details().tags().contains("prod")));
    heard.undo();
    assertTrue(credentials.all().stream().allMatch(c -> c.details().tags().isEmpty()));
    assertEquals(List.of("Tagged 3 credentials", "3 credentials as before"), heard.words());
  }

  @Test
  void whatIsLikeThatAlreadyIsNotSaved() {
    Credential a = credentials.add(details("a"), secrets("token", "1"));
    edits.change(List.of(a), d -> d, name -> "Changed " + name, () -> {});
    assertEquals(1, named("a").revision());
    assertEquals(List.of("Nothing to change: it is like that already."), heard.words());
  }

  @Test
  void severalChangesOfASecretAreTakenBackOneAfterTheOther() {
    credentials.add(details("a"), secrets("token", "one"));
    edit("a", "b", "two");
    edit("b", "c", "three");
    edits.change(List.of(named("c")), d -> d.withFavourite(true), name -> "Starred", () -> {});

    heard.undo();
    heard.undo();
    assertEquals("two", token("b"));
    heard.undo();
    assertEquals("one", token("a"));
    assertEquals(
        5, credentials.versions(named("a").id()).size(), "nothing is lost on the way back");
    assertEquals(List.of(), heard.errors());
  }

  @Test
  void aWayBackPutsNothingInThePlaceOfWhatWasChangedSince() {
    Credential a = credentials.add(details("a"), secrets("token", "one"));
    edits.change(List.of(a), d -> d.withFavourite(true), name -> "Starred", () -> {});
    Credential now = named("a");
    credentials.edit(now, now.details().withName("elsewhere"), Map.of(), Set.of());
    heard.undo();
    assertInstanceOf(VaultException.ChangedElsewhere.class, heard.errors().getFirst());
    assertTrue(named("elsewhere").details().favourite());

    edit("elsewhere", "elsewhere", "two");
    now = named("elsewhere");
    credentials.edit(now, now.details(), secrets("token", "rotated elsewhere"), Set.of());
    heard.undo();
    assertEquals(2, heard.errors().size());
    assertEquals("rotated elsewhere", token("elsewhere"));
  }
}
