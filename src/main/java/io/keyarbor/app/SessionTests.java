package io.keyarbor.app;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.Change;
import io.keyarbor.vault.testing.Changes;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.ScheduledTests;
import io.keyarbor.vault.testing.TestAll;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The desktop's connection tests, over one session. */
record SessionTests(Session session, ConnectionTest one, ScheduledTests scheduled, Changes changes)
    implements ConnectionTests {
  private static final int MOST_RECENT = 100;

  @Override
  public void test(CredentialId id) throws InterruptedException {
    one.test(session, id);
  }

  @Override
  public Tested testAll(Collection<CredentialId> ids, Consumer<CredentialId> done)
      throws InterruptedException {
    Map<CredentialId, Credential> before = new HashMap<>();
    ids.forEach(id -> session.credentials().find(id).ifPresent(c -> before.put(id, c)));
    Map<CredentialId, Verdict> verdicts = new LinkedHashMap<>();
    new TestAll(one, session)
        .run(
            ids,
            (count, total, id, verdict) -> {
              verdict.ifPresent(v -> verdicts.put(id, v));
              done.accept(id);
            });
    return new Tested(failing(verdicts.values()), changed(before, verdicts));
  }

  private static int failing(Collection<Verdict> verdicts) {
    return (int) verdicts.stream().filter(v -> v.outcome() == Outcome.INVALID).count();
  }

  private List<Change> changed(
      Map<CredentialId, Credential> before, Map<CredentialId, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(e -> before.containsKey(e.getKey()))
        .flatMap(e -> changes.by(session, before.get(e.getKey()), e.getValue()).stream())
        .toList();
  }

  @Override
  public List<PlannedRequest> preview(CredentialId id) {
    return one.preview(session, id);
  }

  @Override
  public ModelList models(CredentialId id) throws InterruptedException {
    return one.models(session, id);
  }

  @Override
  public void begin(Consumer<Change> told) {
    scheduled.begin(told);
  }

  @Override
  public Optional<Instant> next(CredentialId id) {
    return scheduled.next(id);
  }

  @Override
  public List<Change> recent() {
    return changes.recent(session, MOST_RECENT);
  }

  @Override
  public void close() {
    scheduled.close();
  }
}
