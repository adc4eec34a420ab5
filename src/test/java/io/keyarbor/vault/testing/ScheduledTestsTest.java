package io.keyarbor.vault.testing;

import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.platform.Timer;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.Change.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person lets credentials be tested by themselves, and is told what changed. */
@Timeout(60)
class ScheduledTestsTest {
  private static final TestSchedule DAILY = new TestSchedule.Every(24);
  private static final String SLOW =
      """
      {"service_type": "slow-service",
       "required_fields": [{"name": "url", "type": "url"}, {"name": "token", "type": "password"}],
       "probe": {"control": false, "min_interval": 14400,
         "steps": [{"id": "get", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}}
      """;

  @TempDir Path folder;
  private final HandWoundTimer time = new HandWoundTimer();
  private final Says prober = new Says();
  private final List<Change> told = Collections.synchronizedList(new ArrayList<>());
  private LocalVault vault;
  private Session session;
  private JsonCatalogue catalogue;
  private Optional<ScheduledTests> scheduled = Optional.empty();

  /** Gives the verdict that a test case set, and remembers when it was asked for which host. */
  private final class Says implements Prober {
    private final Map<String, List<Instant>> asked = new HashMap<>();
    private Reason reason = Reason.OK;

    @Override
    public synchronized Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust) {
      asked
          .computeIfAbsent(values.plain().get("url"), url -> new ArrayList<>())
          .add(time.instant());
      return new Verdict(
          reason,
          reason.advice(),
          time.instant(),
          Duration.ofMillis(5),
          Map.of(),
          List.of(),
          new Expiry.Unknown(),
          List.of(),
          Optional.empty());
    }

    @Override
    public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
      return List.of();
    }

    synchronized List<Instant> asked(Credential credential) {
      return List.copyOf(asked.getOrDefault(credential.details().fields().get("url"), List.of()));
    }
  }

  @BeforeEach
  void create() throws Exception {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("slow-service.json"), SLOW);
    catalogue = JsonCatalogue.load(templates);
    vault = TestVaults.vault(folder.resolve("state"));
    session = vault.create(folder.resolve("vault"), "Mine", key("pw"));
    time.pass(Duration.ofDays(20_000));
  }

  @AfterEach
  void lock() {
    scheduled.ifPresent(ScheduledTests::close);
    vault.lock();
  }

  private ScheduledTests begin() {
    ScheduledTests tests =
        new ScheduledTests(
            new ConnectionTest(catalogue, prober),
            session,
            catalogue,
            time,
            (delay, task) -> {
              Timer.Pending pending = time.after(delay, task);
              return pending::cancel;
            },
            Runnable::run);
    scheduled = Optional.of(tests);
    tests.begin(told::add);
    return tests;
  }

  private Credential add(String name, TestSchedule schedule, Optional<GroupId> group) {
    return add(name, "http-generic", schedule, group);
  }

  private Credential add(
      String name, String service, TestSchedule schedule, Optional<GroupId> group) {
    return session
        .credentials()
        .add(
            new Details(
                name,
                service,
                group,
                Map.of("url", "https://" + name + ".example", "auth_method", "bearer"),
                Set.of(),
                false,
                "",
                Optional.empty(),
                new TlsTrust.SystemTrust(),
                schedule),
            secrets("token", "fake"));
  }

  private List<Kind> kinds() {
    return told.stream().map(Change::kind).toList();
  }

  @Test
  void aCredentialIsTestedAgainAndAgain() {
    Credential daily = add("daily", DAILY, Optional.empty());
    Credential by = add("hourly", new TestSchedule.Every(1), Optional.empty());
    Credential unset = add("unset", new TestSchedule.Inherited(), Optional.empty());
    ScheduledTests tests = begin();
    assertTrue(tests.next(daily.id()).isPresent());
    assertEquals(Optional.empty(), tests.next(unset.id()));

    time.pass(Duration.ofDays(3));
    int times = prober.asked(daily).size();
    assertTrue(times >= 3 && times <= 4, "daily: " + times);
    times = prober.asked(by).size();
    assertTrue(times >= 71 && times <= 80, "hourly: " + times);
    assertEquals(List.of(), prober.asked(unset));
    assertEquals(List.of(), told, "all is well");
    assertEquals(times, session.credentials().history(by.id()).getFirst().seen());
  }

  @Test
  void theNearestGroupDecidesUnlessTheCredentialDoes() {
    Group top = session.groups().add("Top", Optional.empty());
    Group low = session.groups().add("Low", Optional.of(top.id()));
    Group never = session.groups().add("Never", Optional.of(top.id()));
    session.groups().change(top.withSchedule(new TestSchedule.Every(48)));
    session.groups().change(never.withSchedule(new TestSchedule.Never()));
    Credential inLow = add("in-low", new TestSchedule.Inherited(), Optional.of(low.id()));
    Credential own = add("own", new TestSchedule.Every(12), Optional.of(never.id()));
    Credential out = add("out", new TestSchedule.Never(), Optional.of(low.id()));
    Credential inNever = add("in-never", new TestSchedule.Inherited(), Optional.of(never.id()));
    begin();
    time.pass(Duration.ofDays(10));
    assertTrue(prober.asked(inLow).size() >= 5 && prober.asked(inLow).size() <= 7);
    assertTrue(prober.asked(own).size() >= 20 && prober.asked(own).size() <= 23);
    assertEquals(List.of(), prober.asked(out));
    assertEquals(List.of(), prober.asked(inNever));
  }

  @Test
  void manyDoNotGoAllAtOnce() {
    List<Credential> many =
        IntStream.range(0, 30).mapToObj(i -> add("many" + i, DAILY, Optional.empty())).toList();
    begin();
    time.pass(Duration.ofHours(12));
    Set<Instant> first = new HashSet<>();
    many.forEach(c -> first.add(prober.asked(c).getFirst()));
    assertTrue(first.size() >= 6, "caught up in " + first.size() + " rounds");
    time.pass(Duration.ofHours(24));
    Set<Instant> second = new HashSet<>();
    many.forEach(c -> second.add(prober.asked(c).get(1)));
    assertTrue(second.size() >= 15, "later in " + second.size() + " rounds");
  }

  @Test
  void whatATemplateWantsBetweenTwoTestsIsKept() {
    Credential slow = add("slow", "slow-service", new TestSchedule.Every(1), Optional.empty());
    begin();
    time.pass(Duration.ofDays(2));
    assertApart(slow, Duration.ofHours(4));
    assertTrue(prober.asked(slow).size() >= 10);
  }

  @Test
  void aRefusedSecretOrALockedAccountIsTriedOnceADayAtMost() {
    for (Reason reason : List.of(Reason.BAD_CREDENTIAL, Reason.EXPIRED, Reason.LOCKED_OUT)) {
      prober.reason = reason;
      String name = reason.code().replace('_', '-');
      Credential wrong = add(name, new TestSchedule.Every(1), Optional.empty());
      ScheduledTests tests = begin();
      time.pass(Duration.ofDays(7));
      assertApart(wrong, Duration.ofDays(1));
      assertTrue(prober.asked(wrong).size() >= 6, name + ": " + prober.asked(wrong).size());
      tests.close();
      session.credentials().moveToTrash(List.of(wrong.id()));
    }
  }

  @Test
  void aServiceThatAsksToWaitIsAskedLessAndLess() {
    prober.reason = Reason.RATE_LIMITED;
    Credential limited = add("limited", new TestSchedule.Every(1), Optional.empty());
    begin();
    time.pass(Duration.ofDays(4));
    List<Duration> pauses = pauses(limited);
    for (int i = 0; i < 3; i++) {
      assertTrue(pauses.get(i + 1).compareTo(pauses.get(i)) > 0, pauses.toString());
    }
    assertTrue(pauses.getLast().compareTo(Duration.ofHours(21)) > 0, pauses.toString());
  }

  @Test
  void whatChangesIsToldOnce() {
    Credential one = add("one", new TestSchedule.Every(6), Optional.empty());
    begin();
    time.pass(Duration.ofDays(1));
    assertEquals(List.of(), told);
    prober.reason = Reason.EXPIRED;
    time.pass(Duration.ofDays(5));
    assertEquals(List.of(Kind.FAILS), kinds());
    assertEquals("one", told.getFirst().name());
    assertEquals(one.id(), told.getFirst().credential());
    prober.reason = Reason.UNREACHABLE;
    time.pass(Duration.ofDays(3));
    assertEquals(List.of(Kind.FAILS), kinds());
    prober.reason = Reason.OK;
    time.pass(Duration.ofDays(1));
    assertEquals(List.of(Kind.FAILS, Kind.WORKS_AGAIN), kinds());
    assertEquals(
        List.of(Kind.WORKS_AGAIN, Kind.FAILS),
        new Changes(time).recent(session, 10).stream().map(Change::kind).toList(),
        "and can be looked up later");
  }

  @Test
  void aPersonsOwnTestCountsAsWell() throws Exception {
    Credential one = add("one", DAILY, Optional.empty());
    ScheduledTests tests = begin();
    time.pass(Duration.ofHours(20));
    int before = prober.asked(one).size();
    new ConnectionTest(catalogue, prober).test(session, one.id());
    assertTrue(
        tests.next(one.id()).orElseThrow().isAfter(time.instant().plus(Duration.ofHours(21))));
    time.pass(Duration.ofHours(20));
    assertEquals(before + 1, prober.asked(one).size());
  }

  @Test
  void aComputerThatSleptCatchesUpOnce() {
    Credential one = add("one", new TestSchedule.Every(2), Optional.empty());
    begin();
    time.pass(Duration.ofHours(1));
    int before = prober.asked(one).size();
    time.sleep(Duration.ofDays(3));
    time.pass(Duration.ofMinutes(2));
    assertEquals(before + 1, prober.asked(one).size());
  }

  @Test
  void lockingEndsIt() {
    Credential one = add("one", new TestSchedule.Every(1), Optional.empty());
    begin();
    time.pass(Duration.ofHours(1));
    int before = prober.asked(one).size();
    vault.lock();
    time.pass(Duration.ofDays(3));
    assertEquals(before, prober.asked(one).size());
    assertEquals(0, time.pending());
  }

  @Test
  void closingEndsIt() {
    Credential one = add("one", new TestSchedule.Every(1), Optional.empty());
    begin().close();
    assertEquals(0, time.pending());
    time.pass(Duration.ofDays(3));
    assertEquals(List.of(), prober.asked(one));
  }

  private List<Duration> pauses(Credential credential) {
    List<Instant> asked = prober.asked(credential);
    return IntStream.range(1, asked.size())
        .mapToObj(i -> Duration.between(asked.get(i - 1), asked.get(i)))
        .toList();
  }

  private void assertApart(Credential credential, Duration least) {
    List<Duration> pauses = pauses(credential);
    assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(least) >= 0), pauses.toString());
  }
}
