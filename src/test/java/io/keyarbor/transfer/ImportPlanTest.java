package io.keyarbor.transfer;

import static io.keyarbor.transfer.TransferKit.details;
import static io.keyarbor.transfer.TransferKit.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.ImportPlan.Action;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.transfer.ImportPlan.Row;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what was read: into the vault once, whole, and nothing over something else. */
class ImportPlanTest {
  @TempDir Path folder;
  private Vault vault;
  private Session session;

  @BeforeEach
  void open() {
    vault = TestVaults.vault(folder.resolve("state"));
    session = vault.create(folder.resolve("vault"), "Mine", TestVaults.key("pw"));
  }

  @AfterEach
  void close() {
    vault.lock();
  }

  private static Reading reading(Draft... drafts) {
    return new Reading(List.of(drafts), List.of());
  }

  private Set<String> names() {
    return session.credentials().all().stream()
        .map(Credential::details)
        .map(d -> d.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Action> actions(ImportPlan plan) {
    return plan.rows().stream().map(Row::action).toList();
  }

  @Test
  void aSecondImportOfTheSameFileAddsNothing() {
    try (Reading first =
        reading(
            draft("A", Map.of("url", "https://a.example"), "password", "fake-a"),
            draft("B", Map.of(), "password", "fake-b"))) {
      assertEquals(2, ImportPlan.of(session, first).apply(session).count(Action.ADD));
      ImportPlan again = ImportPlan.of(session, first);
      assertEquals(List.of(Action.ALREADY_THERE, Action.ALREADY_THERE), actions(again));
      again.apply(session);
      assertEquals(Set.of("A", "B"), names());
    }
  }

  @Test
  void theSameContentIsKnownUnderAnyName() {
    session.credentials().add(details("Mine", Map.of()), TestVaults.secrets("password", "fake"));
    try (Reading same = reading(draft("Theirs", Map.of(), "password", "fake"))) {
      Row row = ImportPlan.of(session, same).rows().getFirst();
      assertEquals(Action.ALREADY_THERE, row.action());
      assertTrue(row.why().contains("Mine"), row.why());
    }
  }

  @Test
  void anotherSecretUserOrServiceIsAnotherCredential() {
    session
        .credentials()
        .add(details("A", Map.of("username", "jo")), TestVaults.secrets("password", "fake"));
    try (Reading others =
        reading(
            draft("A", Map.of("username", "jo"), "password", "other"),
            draft("a ", Map.of("username", "al"), "password", "fake"),
            draft("A", Map.of("username", "jo"), "password", "fake", "totp", "fake"))) {
      ImportPlan plan = ImportPlan.of(session, others);
      assertEquals(List.of(Action.RENAMED, Action.RENAMED, Action.RENAMED), actions(plan));
      plan.apply(session);
      assertEquals(4, session.credentials().all().size());
      assertTrue(names().containsAll(Set.of("A", "A 2", "a 3", "A 4")), names().toString());
    }
  }

  @Test
  void whatIsTwiceInOneFileIsTakenOnce() {
    try (Reading twice =
        reading(
            draft("A", Map.of(), "password", "fake"), draft("B", Map.of(), "password", "fake"))) {
      assertEquals(
          List.of(Action.ADD, Action.ALREADY_THERE), actions(ImportPlan.of(session, twice)));
    }
  }

  @Test
  void groupsAreFoundIgnoringCaseAndMadeWhereTheyAreMissing() {
    Group work = session.groups().add("Work", Optional.empty());
    Draft in =
        new Draft(
            "row 1",
            List.of("work", "Web", " "),
            details("A", Map.of()),
            TestVaults.secrets("password", "fake"));
    try (Reading reading = reading(in)) {
      Report report = ImportPlan.of(session, reading).apply(session);
      assertEquals(1, report.newGroups());
      Group web =
          session.groups().all().stream().filter(g -> g.name().equals("Web")).findFirst().get();
      assertEquals(Optional.of(work.id()), web.parent());
      assertEquals(Optional.of(web.id()), session.credentials().named("A").get().details().group());
    }
  }

  @Test
  void aPersonMayChooseRowsAndAGroupForThem() {
    try (Reading reading =
        reading(
            draft("A", Map.of(), "password", "fake-a"),
            draft("B", Map.of(), "password", "fake-b"))) {
      ImportPlan plan = ImportPlan.of(session, reading, List.of("Imported", "Today"));
      Report report = plan.apply(session, Set.of(1));
      assertEquals(Set.of("B"), names());
      assertEquals(2, report.newGroups());
      assertEquals(1, report.rows().size());
    }
  }

  @Test
  void aDryRunChangesNothing() {
    try (Reading reading = reading(draft("A", Map.of(), "password", "fake"))) {
      ImportPlan plan = ImportPlan.of(session, reading, List.of("New"));
      assertEquals(1, plan.preview(session).newGroups());
      assertEquals(Set.of(), names());
      assertEquals(List.of(), session.groups().all());
    }
  }

  @Test
  void whatCannotBeKeptIsToldAndCostsNothingElse() {
    Draft large = draft("Large", Map.of(), "password", "x".repeat(Draft.MOST_BYTES + 1));
    Draft empty = draft("Empty", Map.of());
    Draft half = draft("Half \ud83d", Map.of(), "password", "fake");
    Draft deep =
        new Draft(
            "row 4",
            IntStream.range(0, 100).mapToObj(i -> "g" + i).toList(),
            details("Deep", Map.of()),
            TestVaults.secrets("password", "fake"));
    Draft fits = draft("Fits", Map.of(), "password", "y".repeat(Draft.MOST_BYTES - 100));
    try (Reading reading = reading(large, empty, half, deep, fits)) {
      ImportPlan plan = ImportPlan.of(session, reading);
      plan.apply(session);
      assertEquals(Set.of("Fits"), names());
      assertTrue(plan.rows().stream().limit(4).noneMatch(row -> row.why().isEmpty()));
      assertFalse(plan.rows().getFirst().why().contains("xxx"));
    }
  }

  @Test
  void aDraftWithoutANameIsCalledAfterItsPlace() {
    try (Reading reading = reading(draft(" ", Map.of(), "password", "fake"))) {
      ImportPlan.of(session, reading).apply(session);
      assertEquals(Set.of("row 1"), names());
    }
  }

  @Test
  void ifANameWasTakenSinceThePlanNothingIsAdded() {
    try (Reading reading =
        reading(
            draft("A", Map.of(), "password", "fake-a"),
            draft("B", Map.of(), "password", "fake-b"))) {
      ImportPlan plan = ImportPlan.of(session, reading, List.of("New"));
      session.credentials().add(details("b", Map.of()), TestVaults.secrets("password", "other"));
      assertThrows(VaultException.NameTaken.class, () -> plan.apply(session));
      assertEquals(Set.of("b"), names());
      assertEquals(List.of(), session.groups().all());
    }
  }

  @Test
  void aThousandOfOneNameGetAThousandNames() {
    List<Draft> same =
        IntStream.range(0, 1000)
            .mapToObj(i -> draft("Key", Map.of(), "password", "fake-" + i))
            .toList();
    try (Reading reading = new Reading(same, List.of())) {
      ImportPlan.of(session, reading).apply(session);
      assertEquals(1000, names().size());
      assertTrue(names().contains("Key 1000"));
    }
  }

  @Test
  void thePlanSaysNothingOfASecret() {
    try (Secret secret = TestVaults.secret("fake-secret-text");
        Reading reading =
            reading(
                new Draft(
                    "row 1", List.of(), details("A", Map.of()), Map.of("password", secret)))) {
      ImportPlan plan = ImportPlan.of(session, reading);
      assertFalse(plan.rows().toString().contains("fake-secret-text"));
      assertFalse(reading.toString().contains("fake-secret-text"));
    }
  }
}
