package io.keyarbor.ui.desktop;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import io.keyarbor.vault.testing.Changes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds every secret good, but those that it is told to refuse. */
final class GoodTests implements ConnectionTests {
  final Map<CredentialId, Instant> next = new ConcurrentHashMap<>();
  private final Set<CredentialId> refused = ConcurrentHashMap.newKeySet();
  private final Supplier<FakeSession> content;
  private final Clock time;
  private volatile Optional<Consumer<Change>> listener = Optional.empty();
  private volatile boolean failing;

  GoodTests(Supplier<FakeSession> content, Clock time) {
    this.content = content;
    this.time = time;
  }

  /** The next look at what would be sent fails as nobody foresaw. */
  void failOnce() {
    failing = true;
  }

  /** From now on the service of that one refuses its secret. */
  void refuse(CredentialId id) {
    refused.add(id);
  }

  /** A scheduled test finds something. */
  void tell(Change change) {
    listener.orElseThrow().accept(change);
  }

  @Override
  public ModelList models(CredentialId id) {
    return ModelList.of(List.of("demo-large", "demo-small"));
  }

  @Override
  public void test(CredentialId id) {
    Reason reason = refused.contains(id) ? Reason.BAD_CREDENTIAL : Reason.OK;
    content.get().recordTest(id, 1, Sample.verdict(reason, 0, Optional.empty()));
  }

  @Override
  public List<PlannedRequest> preview(CredentialId id) {
    if (failing) {
      failing = false;
      throw new IllegalStateException("nobody foresaw this");
    }
    return List.of(
        new PlannedRequest(
            "me",
            "GET",
            "https://api.example/me",
            Map.of("Authorization", "Bearer ••••••"),
            "",
            true));
  }

  @Override
  public Tested testAll(Collection<CredentialId> ids, Consumer<CredentialId> done) {
    List<Change> changes = new ArrayList<>();
    int failing = 0;
    for (CredentialId id : ids) {
      Credential before = content.get().find(id).orElseThrow();
      test(id);
      Verdict now = content.get().find(id).flatMap(Credential::lastTest).orElseThrow();
      failing += now.outcome() == Outcome.INVALID ? 1 : 0;
      new Changes(time).by(content.get(), before, now).ifPresent(changes::add);
      done.accept(id);
    }
    return new Tested(failing, changes);
  }

  @Override
  public void begin(Consumer<Change> told) {
    listener = Optional.of(told);
  }

  @Override
  public Optional<Instant> next(CredentialId id) {
    return Optional.ofNullable(next.get(id));
  }

  @Override
  public List<Change> recent() {
    return new Changes(time).recent(content.get(), 100);
  }

  /** To end them fails as nobody foresaw. */
  void failAtTheEnd() {
    failing = true;
  }

  @Override
  public void close() {
    listener = Optional.empty();
    if (failing) {
      throw new IllegalStateException("nobody foresaw this");
    }
  }
}
