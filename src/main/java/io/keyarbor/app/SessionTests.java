package io.keyarbor.app;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.Change;
import io.keyarbor.vault.testing.Changes;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.ScheduledTests;
import io.keyarbor.vault.testing.TestAll;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
  public void testAll(Collection<CredentialId> ids, Consumer<CredentialId> done)
      throws InterruptedException {
    new TestAll(one, session).run(ids, (count, total, id, verdict) -> done.accept(id));
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
