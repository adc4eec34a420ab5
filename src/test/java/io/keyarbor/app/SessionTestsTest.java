package io.keyarbor.app;

import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.work.ConnectionTests.Tested;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.Change;
import io.keyarbor.vault.testing.Changes;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.ScheduledTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person tests all, and is told what became other than it was. */
@Timeout(60)
class SessionTestsTest {
  @TempDir Path folder;
  private final HandWoundTimer time = new HandWoundTimer();
  private final Set<String> refused = Collections.synchronizedSet(new HashSet<>());
  private final List<CredentialId> done = Collections.synchronizedList(new ArrayList<>());
  private LocalVault vault;
  private Session session;
  private SessionTests tests;

  @BeforeEach
  void create() {
    vault = TestVaults.vault(folder.resolve("state"));
    session = vault.create(folder.resolve("vault"), "Mine", key("pw"));
    JsonCatalogue catalogue = JsonCatalogue.bundled();
    ConnectionTest test = new ConnectionTest(catalogue, new Says());
    ScheduledTests never =
        new ScheduledTests(
            test, session, catalogue, time, (delay, task) -> () -> {}, Runnable::run);
    tests = new SessionTests(session, test, never, new Changes(time));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private CredentialId add(String name) {
    return session
        .credentials()
        .add(
            new Details(
                name,
                "http-generic",
                Optional.empty(),
                Map.of("url", "https://" + name + ".example", "auth_method", "bearer"),
                Set.of(),
                false,
                "",
                Optional.empty(),
                new TlsTrust.SystemTrust()),
            Map.of())
        .id();
  }

  private Tested testAll() throws InterruptedException {
    time.pass(Duration.ofHours(1));
    return tests.testAll(
        session.credentials().all().stream().map(Credential::id).toList(), done::add);
  }

  @Test
  void whatFailsIsCountedAndWhatChangedIsToldOnce() throws Exception {
    CredentialId one = add("one");
    CredentialId two = add("two");
    assertEquals(new Tested(0, List.of()), testAll());
    assertEquals(Set.of(one, two), Set.copyOf(done));

    refused.add("https://two.example");
    Tested turned = testAll();
    assertEquals(1, turned.failing());
    assertEquals(List.of(two), turned.changes().stream().map(Change::credential).toList());
    assertEquals(Change.Kind.FAILS, turned.changes().getFirst().kind());

    assertEquals(new Tested(1, List.of()), testAll(), "known by now");
    refused.clear();
    Tested back = testAll();
    assertEquals(0, back.failing());
    assertEquals(Change.Kind.WORKS_AGAIN, back.changes().getFirst().kind());
  }

  /** Refuses what the test case says. */
  private final class Says implements Prober {
    @Override
    public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust) {
      Reason reason =
          refused.contains(values.plain().get("url")) ? Reason.BAD_CREDENTIAL : Reason.OK;
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
  }
}
