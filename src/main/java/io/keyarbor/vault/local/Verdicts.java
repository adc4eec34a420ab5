package io.keyarbor.vault.local;

import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps verdicts and their history. A save takes milliseconds and there is one at a time, so those
 * that come in during a save share the next one; whoever brings one returns when it is on disk. In
 * a run of many, saves keep a distance, for nobody can read a secret during one.
 */
final class Verdicts {
  private static final long DISTANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Queue<Found> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock saving = new ReentrantLock();
  private final Ledger ledger;
  private boolean inARun;
  private long lastSave;

  Verdicts(Ledger ledger) {
    this.ledger = ledger;
  }

  /** One verdict on its way; guarded by {@code saving} once it is in the queue. */
  private static final class Found {
    private final CredentialId id;
    private final int version;
    private final Verdict verdict;
    private boolean done;
    private Optional<RuntimeException> failure = Optional.empty();

    Found(CredentialId id, int version, Verdict verdict) {
      this.id = id;
      this.version = version;
      this.verdict = verdict;
    }
  }

  void record(CredentialId id, int version, Verdict verdict) {
    Found mine = new Found(id, version, verdict);
    waiting.add(mine);
    saving.lock();
    try {
      if (!mine.done) {
        saveThoseWaiting();
      }
    } finally {
      saving.unlock();
    }
    if (mine.failure.isPresent()) {
      throw mine.failure.get();
    }
  }

  private void saveThoseWaiting() {
    if (inARun) {
      LockSupport.parkNanos(lastSave + DISTANCE_NANOS - System.nanoTime());
    }
    List<Found> together = new ArrayList<>();
    for (Found next = waiting.poll(); next != null; next = waiting.poll()) {
      next.done = true;
      together.add(next);
    }
    try {
      save(together);
    } catch (RuntimeException e) {
      // One that cannot be kept must not take the others with it.
      together.forEach(this::saveAlone);
    }
    inARun = together.size() > 1;
    lastSave = System.nanoTime();
  }

  private void saveAlone(Found found) {
    try {
      save(List.of(found));
    } catch (RuntimeException e) {
      found.failure = Optional.of(e);
    }
  }

  private void save(List<Found> together) {
    ledger.change(batch -> {
      for (Found found : together) {
        current(batch, found.id.value())
            .filter(c -> isAbout(found, c.credential()))
            .ifPresent(c -> batch.put(with(c, found)));
      }
      return null;
    });
  }

  private Optional<CredentialContent> current(Batch batch, UUID id) {
    if (batch.contents().get(id) instanceof CredentialContent earlierInThisSave) {
      return Optional.of(earlierInThisSave);
    }
    Snapshot now = ledger.snapshot();
    return now.credential(id).map(c -> new CredentialContent(c, now.history(id)));
  }

  private boolean isAbout(Found found, Credential credential) {
    return credential.trashed().isEmpty()
        && (found.version == credential.version() || isTestedAlike(found, credential));
  }

  /** A file that is attached during a test is no reason to forget what the test found. */
  private boolean isTestedAlike(Found found, Credential credential) {
    if (found.version < 1 || found.version > credential.version()) {
      return false;
    }
    UUID id = credential.id().value();
    try (FieldValues then = values(id, found.version);
        FieldValues now = values(id, credential.version())) {
      return Tested.sameSecrets(then.secrets(), now.secrets());
    }
  }

  private FieldValues values(UUID id, int version) {
    return new FieldValues(Map.of(), ledger.secrets(id, version));
  }

  private static CredentialContent with(CredentialContent before, Found found) {
    Credential c = before.credential();
    return new CredentialContent(
        new Credential(
            c.id(),
            c.details(),
            c.revision(),
            c.version(),
            c.secretFields(),
            Optional.of(found.verdict),
            c.created(),
            c.updated(),
            c.trashed()),
        PastVerdict.after(before.history(), c.version(), found.verdict));
  }
}
