package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody looks at what the vault holds: get, list and show. */
class ReadingStoryTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;
  private CommandLineHarness harness;

  @BeforeEach
  void someCredentials() {
    harness = new CommandLineHarness(folder).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    harness.inVault(session -> {
      GroupId customers = session.groups().add("Customers", Optional.empty()).id();
      GroupId north = session.groups().add("Northwind", Optional.of(customers)).id();
      add(session, "OpenAI", "openai", Optional.empty(), Map.of(), "api_key", "sk-fake-1");
      add(
          session,
          "Proxmox Lab",
          "proxmox",
          Optional.of(north),
          Map.of("host", "192.0.2.10", "user", "root@pam", "token_name", "t"),
          "token_value",
          "fake-token",
          "otp",
          "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
      add(session, "AC/DC", "generic", Optional.empty(), Map.of(), "a", "fake-a", "b", "fake-b");
      var id = session.credentials().named("OpenAI").orElseThrow().id();
      session
          .credentials()
          .recordTest(
              id,
              1,
              new Verdict(
                  Reason.BAD_CREDENTIAL,
                  "The service refuses it.",
                  NOW.minusSeconds(600),
                  Duration.ofMillis(5),
                  Map.of(),
                  List.of(),
                  new Expiry.At(NOW.plus(Duration.ofDays(3))),
                  List.of(),
                  Optional.empty()));
      return null;
    });
  }

  private static void add(
      Session session,
      String name,
      String service,
      Optional<GroupId> group,
      Map<String, String> fields,
      String... secrets) {
    Map<String, Secret> values = TestVaults.secrets(secrets);
    session
        .credentials()
        .add(
            new Details(
                name,
                service,
                group,
                fields,
                Set.of(service + "-tag"),
                false,
                "",
                name.equals("AC/DC") ? Optional.of(LocalDate.of(2026, 4, 1)) : Optional.empty(),
                new TlsTrust.SystemTrust()),
            values);
    values.values().forEach(Secret::close);
  }

  private static JsonNode json(Ran ran) {
    return JsonMapper.builder().build().readTree(ran.out());
  }

  private String names(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "list";
    args[1] = "--json";
    System.arraycopy(options, 0, args, 2, options.length);
    return String.join(
        ", ", json(harness.run(args)).valueStream().map(c -> c.path("name").asString()).toList());
  }

  @Test
  void getPrintsTheValueAlone() {
    assertEquals(new Ran(0, "sk-fake-1", ""), harness.run("get", "OpenAI"));
    assertEquals(new Ran(0, "sk-fake-1\n", ""), harness.typing(List.of(), "get", "openai"));
    assertEquals("192.0.2.10", harness.run("get", "Proxmox Lab/host").out());
    assertEquals("fake-token", harness.run("get", "Proxmox Lab").out());
    assertEquals("fake-token", harness.run("get", "keyarbor://Proxmox%20Lab/token_value").out());
    assertEquals("sk-fake-1", harness.run("get", "keyarbor://OpenAI").out());
    assertEquals("sk-fake-1", harness.run("get", "keyarbor://OpenAI/OPENAI_API_KEY").out());
    assertEquals("fake-b", harness.run("get", "AC/DC/b").out());
    assertEquals("fake-a", harness.run("get", "keyarbor://AC%2FDC/a").out());
    assertEquals(
        "sk-fake-1", json(harness.run("get", "OpenAI", "--json")).path("value").asString());
  }

  @Test
  void getSaysWhatIsNotThere() {
    Ran noName = harness.run("get", "OpenAJ");
    assertEquals(ExitCode.NOT_FOUND, noName.code());
    assertEquals("There is no credential named “OpenAJ”. Did you mean “OpenAI”?\n", noName.err());
    Ran noField = harness.run("get", "OpenAI/api_kee");
    assertEquals(ExitCode.NOT_FOUND, noField.code());
    assertTrue(noField.err().contains("It has api_key. Did you mean “api_key”?"), noField.err());
    Ran which = harness.run("get", "AC/DC");
    assertEquals(ExitCode.USAGE, which.code());
    assertTrue(which.err().contains("Which field"), which.err());
    assertEquals("", noName.out() + noField.out() + which.out());
  }

  @Test
  void getMakesOneTimeCodes() {
    harness.clock(Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC));
    assertEquals("287082", harness.run("get", "--otp", "Proxmox Lab").out());
    assertEquals("287082", harness.run("get", "--otp", "Proxmox Lab/otp").out());
    Ran none = harness.run("get", "--otp", "OpenAI");
    assertEquals(ExitCode.NOT_FOUND, none.code());
    Ran noKey = harness.run("get", "--otp", "OpenAI/api_key");
    assertEquals(ExitCode.FAILED, noKey.code());
    assertFalse(noKey.err().contains("sk-fake"), noKey.err());
  }

  @Test
  void listFilters() {
    assertEquals("AC/DC, OpenAI, Proxmox Lab", names());
    assertEquals("Proxmox Lab", names("--service", "proxmox"));
    assertEquals("OpenAI", names("--tag", "openai-tag"));
    assertEquals("OpenAI", names("--status", "invalid"));
    assertEquals("AC/DC, Proxmox Lab", names("--status", "untested"));
    assertEquals("AC/DC, OpenAI", names("--expiring", "3"));
    assertEquals("AC/DC", names("--expiring", "2"));
    assertEquals("Proxmox Lab", names("--group", "customers"));
    assertEquals("Proxmox Lab", names("--group", "Customers/Northwind"));
    assertEquals("Proxmox Lab", names("--search", "192.0.2"));
    assertEquals("", names("--search", "fake-token"));
    assertEquals("", names("--trash"));
    assertEquals(ExitCode.NOT_FOUND, harness.run("list", "--group", "Nowhere").code());
    assertEquals(ExitCode.USAGE, harness.run("list", "--status", "wrong").code());
  }

  @Test
  void listPrintsATable() {
    assertEquals(
        """
        NAME         SERVICE  GROUP                STATUS        TESTED  EXPIRES
        AC/DC        generic                       Never tested          expired
        OpenAI       openai                        Refused       10 min  2026-05-04
        Proxmox Lab  proxmox  Customers/Northwind  Never tested
        """,
        harness.run("list").out());
    Ran coloured = harness.typing(List.of(), "list");
    assertTrue(coloured.out().contains("\033[31mRefused\033[0m"), coloured.out());
    harness.env("NO_COLOR", "1");
    assertFalse(harness.typing(List.of(), "list").out().contains("\033"));
  }

  @Test
  void showMasksUnlessAskedToReveal() {
    assertEquals(
        """
        Name:         Proxmox Lab
        Service:      Proxmox VE
        Group:        Customers/Northwind
        Tags:         proxmox-tag
        Status:       Never tested

        host:         192.0.2.10
        user:         root@pam
        token_name:   t
        token_value:  ••••••••
        otp:          ••••••••
        """,
        harness.run("show", "Proxmox Lab").out());
    assertTrue(
        harness
            .run("show", "--reveal", "Proxmox Lab")
            .out()
            .contains("token_value:  fake-token\n"));
    JsonNode hidden = json(harness.run("show", "--json", "OpenAI"));
    assertTrue(hidden.path("secrets").isMissingNode());
    assertEquals("invalid", hidden.path("status").asString());
    assertEquals("bad_credential", hidden.path("last_test").path("reason").asString());
    JsonNode shown = json(harness.run("show", "--json", "--reveal", "OpenAI"));
    assertEquals("sk-fake-1", shown.path("secrets").path("api_key").asString());
  }

  @Test
  void whatIsPrintedDoesNotControlTheTerminal() {
    harness.inVault(session -> {
      add(session, "Evil", "generic", Optional.empty(), Map.of("x", "a\033[2Jb"), "k", "c\033[2Jd");
      return null;
    });
    assertFalse(harness.typing(List.of(), "show", "Evil", "--reveal").out().contains("\033[2J"));
    assertEquals("c?[2Jd\n", harness.typing(List.of(), "get", "Evil").out());
    assertEquals("c\033[2Jd", harness.run("get", "Evil").out());
  }
}
