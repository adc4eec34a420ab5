package io.keyarbor.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.settings.Grouping;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialListModelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final List<Credential> credentials = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final CredentialListModel model =
      new CredentialListModel(JsonCatalogue.bundled(), Clock.fixed(NOW, ZoneOffset.UTC));

  private Credential add(String name, String service, Details... instead) {
    Details details = instead.length > 0 ? instead[0] : details(name, service, Optional.empty());
    Credential credential =
        new Credential(
            CredentialId.random(),
            details,
            1,
            1,
            Set.of("password"),
            Optional.empty(),
            NOW,
            NOW,
            Optional.empty());
    credentials.add(credential);
    return credential;
  }

  private static Details details(String name, String service, Optional<GroupId> group) {
    return new Details(
        name,
        service,
        group,
        Map.of(),
        Set.of(),
        false,
        "",
        Optional.empty(),
        new TlsTrust.SystemTrust());
  }

  private static Verdict verdict(Reason reason, Expiry expiry) {
    return new Verdict(
        reason, "", NOW, Duration.ZERO, Map.of(), List.of(), expiry, List.of(), Optional.empty());
  }

  private void test(Credential credential, Verdict verdict) {
    credentials.replaceAll(c ->
        c.id().equals(credential.id())
            ? new Credential(
                c.id(),
                c.details(),
                c.revision(),
                c.version(),
                c.secretFields(),
                Optional.of(verdict),
                c.created(),
                c.updated(),
                c.trashed())
            : c);
  }

  private void load() {
    model.load(credentials, groups, List.of(), 3);
  }

  private List<String> names() {
    return model.hits().stream().map(e -> e.credential().details().name()).toList();
  }

  private static String draw(Branch branch) {
    StringBuilder text = new StringBuilder();
    branch.branches().forEach(b -> text.append(b.title()).append('[').append(draw(b)).append(']'));
    branch.entries().forEach(e -> text.append(e.credential().details().name()).append(' '));
    return text.toString().strip();
  }

  @Test
  void namesAreInTheOrderOfPeopleWhereverTheyAreListed() {
    GroupId zoo = GroupId.random();
    for (String name : List.of("Zoo", "apple", "Ärger")) {
      groups.add(new Group(name.equals("Zoo") ? zoo : GroupId.random(), name, Optional.empty()));
      add(
          name,
          "github",
          new Details(
              name,
              "github",
              Optional.of(groups.getLast().id()),
              Map.of(),
              Set.of("t" + name, "s" + name),
              false,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust()));
    }
    model.load(credentials, groups, List.of(), 0);
    List<String> ordered = List.of("apple", "Ärger", "Zoo");
    assertEquals(ordered, model.hits().stream().map(CredentialListModelTest::name).toList());
    assertEquals(ordered, model.groups().stream().map(Group::name).toList());
    assertEquals(List.of("sapple", "sÄrger", "sZoo", "tapple", "tÄrger", "tZoo"), model.tags());
    model.group(Grouping.GROUP);
    assertEquals(ordered, model.tree().branches().stream().map(Branch::title).toList());
    model.group(Grouping.TAG);
    assertEquals(model.tags(), model.tree().branches().stream().map(Branch::title).toList());
    for (Column column : List.of(Column.GROUP, Column.TAGS)) {
      model.sort(column, true);
      assertEquals(
          ordered.reversed(), model.hits().stream().map(CredentialListModelTest::name).toList());
    }
  }

  private static String name(Entry entry) {
    return entry.credential().details().name();
  }

  @Test
  void aCredentialIsListedUnderEachOfItsProfiles() {
    Credential hub = add("Hub", "github");
    add("Other", "github");
    Variable variable = new Variable("TOKEN", hub.id(), new Value.Field("token"));
    Variable again = new Variable("AGAIN", hub.id(), new Value.Field("token"));
    model.load(
        credentials,
        groups,
        List.of(
            new Profile(ProfileId.random(), "staging", "", List.of(variable)),
            new Profile(ProfileId.random(), "live", "", List.of(variable, again))),
        0);
    model.group(Grouping.PROFILE);

    assertEquals("live[Hub]staging[Hub]In no profile[Other]", draw(model.tree()));
  }

  @Test
  void aSearchFindsEveryWordWhereverItStands() {
    add(
        "Cluster",
        "proxmox",
        new Details(
            "Cluster",
            "proxmox",
            Optional.empty(),
            Map.of("host", "PVE.example"),
            Set.of("Berlin"),
            false,
            "ask Team Red",
            Optional.empty(),
            new TlsTrust.SystemTrust()));
    add("Other", "github");
    load();

    for (String text : List.of("clus", "pve.EX", "berlin", "team red", "PROXMOX", "red  cluster")) {
      model.search(text);
      assertEquals(List.of("Cluster"), names(), text);
    }
    model.search("cluster github");
    assertEquals(List.of(), names());
    model.search("");
    assertEquals(List.of("Cluster", "Other"), names());
  }

  @Test
  void typingOnAndBackFindsTheSameAsTypingAtOnce() {
    for (int i = 0; i < 200; i++) {
      add("Key " + i, "github");
    }
    load();
    for (String text : List.of("k", "ke", "key 1", "key 11", "key 1", "19", "")) {
      model.search(text);
      List<String> stepwise = names();
      model.search("");
      model.search(text);
      assertEquals(names(), stepwise, text);
    }
  }

  @Test
  void theSidebarCountsWhatNeedsAttention() {
    test(add("good", "github"), verdict(Reason.OK, new Expiry.Unknown()));
    test(add("refused", "github"), verdict(Reason.BAD_CREDENTIAL, new Expiry.Unknown()));
    test(
        add("ends soon", "github"),
        verdict(Reason.OK, new Expiry.At(NOW.plus(Duration.ofDays(30)))));
    test(
        add("ends later", "github"),
        verdict(Reason.OK, new Expiry.At(NOW.plus(Duration.ofDays(31)))));
    add("untried", "github");
    load();

    assertEquals(
        Map.of(
            Shelf.ALL, 5,
            Shelf.FAVOURITES, 0,
            Shelf.EXPIRING, 1,
            Shelf.FAILING, 1,
            Shelf.NEVER_TESTED, 1,
            Shelf.TRASH, 3),
        model.counts());
    model.show(Shelf.FAILING);
    assertEquals(List.of("refused"), names());
    model.search("good");
    assertEquals(List.of(), names());
  }

  @Test
  void groupsNestAndWhatHasNoneLiesAtTheTop() {
    Group work = new Group(GroupId.random(), "Work", Optional.empty());
    Group berlin = new Group(GroupId.random(), "Berlin", Optional.of(work.id()));
    Group unused = new Group(GroupId.random(), "Unused", Optional.empty());
    Group orphan = new Group(GroupId.random(), "Orphan", Optional.of(GroupId.random()));
    groups.addAll(List.of(berlin, unused, work, orphan));
    add("a", "github", details("a", "github", Optional.of(berlin.id())));
    add("b", "github", details("b", "github", Optional.of(work.id())));
    add("c", "github", details("c", "github", Optional.of(GroupId.random())));
    model.group(Grouping.GROUP);
    load();

    assertEquals("Orphan[]Unused[]Work[Berlin[a]b]c", draw(model.tree()));
    assertEquals(3, model.tree().size());
    model.search("a");
    assertEquals("Work[Berlin[a]]", draw(model.tree()));
  }

  @Test
  void theListIsGroupedAsThePersonLikes() {
    test(add("hub", "github"), verdict(Reason.OK, new Expiry.Unknown()));
    add("mystery", "no-such-service");
    add(
        "tagged",
        "openai",
        new Details(
            "tagged",
            "openai",
            Optional.empty(),
            Map.of(),
            Set.of("x", "y"),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust()));
    load();

    Map<Grouping, String> drawn =
        Map.of(
            Grouping.CATEGORY, "AI[tagged]Code[hub]Unknown service[mystery]",
            Grouping.SERVICE, "GitHub[hub]no-such-service[mystery]OpenAI[tagged]",
            Grouping.TAG, "x[tagged]y[tagged]No tag[hub mystery]",
            Grouping.STATUS, "Never tested[mystery tagged]Connected[hub]",
            Grouping.NONE, "hub mystery tagged");
    drawn.forEach((grouping, expected) -> {
      model.group(grouping);
      assertEquals(expected, draw(model.tree()), grouping.name());
    });
  }

  @Test
  void columnsSortBothWaysAndEqualOnesGoByName() {
    test(add("b", "github"), verdict(Reason.OK, new Expiry.Unknown()));
    test(add("a", "github"), verdict(Reason.BAD_CREDENTIAL, new Expiry.Unknown()));
    add("C", "github");
    load();

    assertEquals(List.of("a", "b", "C"), names());
    model.sort(Column.NAME, true);
    assertEquals(List.of("C", "b", "a"), names());
    model.sort(Column.STATUS, false);
    assertEquals(List.of("a", "C", "b"), names());
    model.sort(Column.TESTED, true);
    assertEquals(List.of("a", "b", "C"), names());
  }

  @Test
  void theEarlierOfTwoExpiriesCounts() {
    Details said =
        new Details(
            "key",
            "github",
            Optional.empty(),
            Map.of(),
            Set.of(),
            false,
            "",
            Optional.of(LocalDate.of(2027, 5, 1)),
            new TlsTrust.SystemTrust());
    Credential key = add("key", "github", said);
    load();
    assertEquals(LocalDate.of(2027, 5, 1), model.hits().getFirst().expires().orElseThrow());

    test(key, verdict(Reason.OK, new Expiry.At(Instant.parse("2027-01-31T00:00:00Z"))));
    load();
    assertEquals(LocalDate.of(2027, 1, 31), model.hits().getFirst().expires().orElseThrow());
  }

  @Test
  void aVerdictDoesNotMakeTheSearchTextAnew() {
    Credential key = add("key", "github");
    load();
    String before = model.hits().getFirst().haystack();
    test(key, verdict(Reason.OK, new Expiry.Unknown()));
    load();

    assertSame(before, model.hits().getFirst().haystack());
    assertEquals(Standing.CONNECTED, model.hits().getFirst().standing());
    assertTrue(model.find(key.id()).isPresent());
  }
}
