package io.keyarbor.app;

import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.TestAll;
import java.util.Collection;
import java.util.function.Consumer;

/** The desktop's connection tests, over one session. */
record SessionTests(Session session, ConnectionTest one) implements ConnectionTests {
  @Override
  public void test(CredentialId id) throws InterruptedException {
    one.test(session, id);
  }

  @Override
  public void testAll(Collection<CredentialId> ids, Consumer<CredentialId> done)
      throws InterruptedException {
    new TestAll(one, session).run(ids, (count, total, id, verdict) -> done.accept(id));
  }
}
