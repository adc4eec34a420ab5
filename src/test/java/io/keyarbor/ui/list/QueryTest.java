package io.keyarbor.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Catalogue CATALOGUE = JsonCatalogue.bundled();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Group WORK = new Group(GroupId.random(), "Work", Optional.empty());
  private static final Group TEAM = new Group(GroupId.random(), "Team Red", Optional.of(WORK.id()));

  /** Three credentials: Alpha fails and ends in ten days, Beta is good, Gamma was never tested. */
  private static CredentialListModel model() {
    CredentialListModel model =
        new CredentialListModel(CATALOGUE, Clock.fixed(NOW, ZoneOffset.UTC));
    model.load(
        List.of(
            credential(
                "Alpha",
                "github",
                Optional.of(TEAM.id()),
                Map.of(),
                Set.of("prod", "On call"),
                Optional.of(TODAY.plusDays(10)),
                Optional.of(Reason.BAD_CREDENTIAL)),
            credential(
                "Beta",
                "proxmox",
                Optional.of(WORK.id()),
                Map.of("url", "https://pve.example:8006"),
                Set.of("production"),
                Optional.of(TODAY.minusDays(1)),
                Optional.of(Reason.OK)),
            credential(
                "Gamma",
                "openai",
                Optional.empty(),
                Map.of("comment", "pve.example"),
                Set.of(),
                Optional.empty(),
                Optional.empty())),
        List.of(WORK, TEAM),
        List.of(),
        0);
    return model;
  }

  private static Credential credential(
      String name,
      String service,
      Optional<GroupId> group,
      Map<String, String> fields,
      Set<String> tags,
      Optional<LocalDate> expires,
      Optional<Reason> found) {
    return new Credential(
        CredentialId.random(),
        new Details(
            name, service, group, fields, tags, false, "", expires, new TlsTrust.SystemTrust()),
        1,
        1,
        Set.of("token"),
        found.map(QueryTest::verdict),
        NOW,
        NOW,
        Optional.empty());
  }

  private static Verdict verdict(Reason reason) {
    return new Verdict(
        reason,
        "",
        NOW,
        Duration.ZERO,
        Map.of(),
        List.of(),
        new Expiry.Unknown(),
        List.of(),
        Optional.empty());
  }

  private static String found(String query) {
    CredentialListModel model = model();
    model.search(query);
    assertEquals(Optional.empty(), model.fault(), query);
    return String.join(
        " ", model.hits().stream().map(e -> e.credential().details().name()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag:prod | Alpha Beta",
        "tag:PRODUCTION | Beta",
        "-tag:prod | Gamma",
        "tag:\"on call\" | Alpha",
        "tag:production,\"on | Beta",
        "service:github,openai | Alpha Gamma",
        "group:work | Alpha Beta",
        "group:\"team red\" | Alpha",
        "-group:team group:work | Beta",
        "host:pve.example | Beta",
        "status:failing | Alpha",
        "status:never | Gamma",
        "status:c | Beta",
        "-status:connected | Alpha Gamma",
        "expires:<30d | Alpha Beta",
        "expires:30 | Alpha Beta",
        "expires:<1w | Beta",
        "expires:>1w | Alpha",
        "expires:<2026-11-30 | Alpha Beta",
        "expires:<2026-11-29 | Beta",
        "expires:>2026-11-29 | Alpha",
        "expires:never | Gamma",
        "expires:expired | Beta",
        "tag:prod status:connected beta | Beta",
        "alpha tag: | Alpha",
        "alpha expires:< | Alpha",
        "alpha expires:2026-1 | Alpha",
        "https://pve.example:8006 | Beta",
        "\"pve.example\" | Beta Gamma",
      })
  void whatAPersonAsksForIsFound(String query, String names) {
    assertEquals(names, found(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status:good", "expires:soon", "expires:<2026-13-40", "expires:12x"})
  void whatCannotBeReadIsSaidWithWhatCanBeWritten(String query) {
    CredentialListModel model = model();
    model.search("alpha " + query);
    String fault = model.fault().orElseThrow();
    assertTrue(fault.contains("“" + query.replaceFirst("[a-z]+:", "") + "”"), fault);
    assertTrue(fault.contains("never"), fault);
    assertEquals(List.of(), model.hits());
    model.search("alpha");
    assertEquals(1, model.hits().size());
  }

  @Test
  void aWordThatBecomesAFilterWhileItIsTypedFindsTheSameAsTypedAtOnce() {
    CredentialListModel typed = model();
    String text = "tag:prod -status:connected expires:<30d \"alpha\"";
    for (int i = 0; i <= text.length(); i++) {
      typed.search(text.substring(0, i));
      CredentialListModel atOnce = model();
      atOnce.search(text.substring(0, i));
      assertEquals(
          atOnce.hits().stream().map(e -> e.credential().details().name()).toList(),
          typed.hits().stream().map(e -> e.credential().details().name()).toList(),
          text.substring(0, i));
    }
  }

  @Property(tries = 150)
  void anyTextCanBeTypedAndASecondTimeFindsTheSame(
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') @AlphaChars String text) {
    CredentialListModel typed = model();
    for (int i = 0; i <= text.length(); i++) {
      typed.search(text.substring(0, i));
    }
    CredentialListModel atOnce = model();
    atOnce.search(text);
    assertEquals(atOnce.hits().size(), typed.hits().size());
    assertEquals(atOnce.fault(), typed.fault());
    assertFalse(Query.parse(text).fault().filter(String::isBlank).isPresent());
  }
}
