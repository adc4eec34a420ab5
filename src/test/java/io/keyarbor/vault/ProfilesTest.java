package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles, and many credentials with their groups in one save. */
class ProfilesTest {
  @TempDir Path folder;
  private Path file;
  private Vault vault;
  private Session session;

  @BeforeEach
  void create() {
    file = folder.resolve("mine.keyarbor");
    vault = TestVaults.vault(folder);
    session = vault.create(file, "mine", key("correct horse"));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private void reopen() {
    vault.lock();
    session = vault.unlock(file, key("correct horse"), false);
  }

  @Test
  void aProfileSurvivesALockWithEveryKindOfValue() {
    CredentialId openai =
        session.credentials().add(details("OpenAI"), secrets("api_key", "sk-FAKE")).id();
    Profile made = session.profiles().add("Production", "what customers use");
    List<Variable> variables =
        List.of(
            new Variable("OPENAI_API_KEY", openai, new Value.Field("api_key")),
            new Variable("KEY_FILE", openai, new Value.FileOf("api_key")),
            new Variable("OPENAI_ORG", openai, new Value.ByTemplate("OPENAI_ORG_ID")));
    session.profiles().change(made.withVariables(variables));

    reopen();

    Profile found = session.profiles().named(" production").orElseThrow();
    assertEquals("what customers use", found.description());
    assertEquals(variables, found.variables());
    assertEquals(1, session.credentials().all().size());
  }

  @Test
  void aNameIsTakenOnceAndFreeAfterItsProfileIsDeleted() {
    Profile made = session.profiles().add("staging", "");
    assertThrows(VaultException.NameTaken.class, () -> session.profiles().add("STAGING", ""));
    session.profiles().delete(made.id());
    session.profiles().add("STAGING", "");
    assertTrue(session.profiles().all().stream().noneMatch(p -> p.id().equals(made.id())));
  }

  @Test
  void variablesThatNoShellCouldSetAreRefusedByName() {
    Profile made = session.profiles().add("staging", "");
    CredentialId any = CredentialId.random();
    for (String name : List.of("A B", "1A", "", "A=B", "A\nB", "Ä")) {
      Variable bad = new Variable(name, any, new Value.Field("x"));
      VaultException refused =
          assertThrows(
              VaultException.Refused.class,
              () -> session.profiles().change(made.withVariables(List.of(bad))));
      assertTrue(refused.getMessage().contains("“" + name + "”"));
    }
    Variable twice = new Variable("A", any, new Value.Field("x"));
    assertThrows(
        VaultException.Refused.class,
        () -> session.profiles().change(made.withVariables(List.of(twice, twice))));
    assertEquals(List.of(), session.profiles().named("staging").orElseThrow().variables());
  }

  @Test
  void manyComeWithTheirGroupsOrNotAtAll() {
    Group outer = new Group(GroupId.random(), "Cloud", Optional.empty());
    Group inner = new Group(GroupId.random(), "Lab", Optional.of(outer.id()));
    NewCredential one =
        new NewCredential(
            details("One").withGroup(Optional.of(inner.id())), secrets("api_key", "a"));
    session.credentials().addAll(List.of(inner, outer), List.of(one));
    reopen();
    assertEquals(
        Optional.of(inner.id()),
        session.credentials().named("one").orElseThrow().details().group());
    assertEquals(2, session.groups().all().size());

    Group other = new Group(GroupId.random(), "Other", Optional.empty());
    NewCredential same = new NewCredential(details("ONE"), secrets("api_key", "a"));
    assertThrows(
        VaultException.NameTaken.class,
        () -> session.credentials().addAll(List.of(other), List.of(same)));
    Group lost = new Group(GroupId.random(), "Lost", Optional.of(GroupId.random()));
    assertThrows(
        VaultException.Refused.class, () -> session.credentials().addAll(List.of(lost), List.of()));
    Group loopA = new Group(GroupId.random(), "A", Optional.of(outer.id()));
    Group loopB = new Group(GroupId.random(), "B", Optional.of(loopA.id()));
    assertThrows(
        VaultException.Refused.class,
        () ->
            session
                .credentials()
                .addAll(List.of(loopA.withParent(Optional.of(loopB.id())), loopB), List.of()));
    reopen();
    assertEquals(2, session.groups().all().size());
    assertEquals(1, session.credentials().all().size());
  }
}
