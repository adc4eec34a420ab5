package io.keyarbor.ui.work;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Which tests are under way. For the JavaFX thread; the tests run off it. A credential is never
 * tested twice at the same time.
 */
public final class Testing {
  private final ConnectionTests tests;
  private final Background background;
  private final Consumer<Runnable> later;
  private final Dialogs dialogs;
  private final Set<CredentialId> single = new HashSet<>();
  private final Set<CredentialId> inRun = new HashSet<>();
  private final Set<CredentialId> listing = new HashSet<>();
  private final List<Running> asked = new ArrayList<>();
  private final Map<CredentialId, Running> running = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Consumer<List<Change>>> found = new ArrayList<>();
  private Optional<Run> run = Optional.empty();
  private boolean closed;

  /** A test of many that is under way. */
  private record Run(Running work, AtomicInteger finished, int total) {}

  /** How far the test of many is. */
  public record Progress(int finished, int total) {}

  /**
   * Nothing is under way at first.
   *
   * @param later runs something on the JavaFX thread
   */
  public Testing(
      ConnectionTests tests, Background background, Consumer<Runnable> later, Dialogs dialogs) {
    this.tests = tests;
    this.background = background;
    this.later = later;
    this.dialogs = dialogs;
  }

  /** Calls {@code listener} when a test begins or ends. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Whether that credential is being tested. */
  public boolean isTesting(CredentialId id) {
    return single.contains(id) || inRun.contains(id);
  }

  /** How far the test of many is; empty if there is none. */
  public Optional<Progress> progress() {
    return run.map(r -> new Progress(r.finished().get(), r.total()));
  }

  /** Tests one credential, unless that is under way. */
  public void test(CredentialId id) {
    if (isTesting(id)) {
      return;
    }
    single.add(id);
    Running work =
        background.run(
            () -> {
              tests.test(id);
              return true;
            },
            done -> ended(id),
            failure -> {
              ended(id);
              dialogs.error(failure);
            });
    if (single.contains(id)) {
      running.put(id, work);
    }
    changed();
  }

  private void ended(CredentialId id) {
    single.remove(id);
    running.remove(id);
    changed();
  }

  /** Gives {@code shown} what a test of that credential would send, secrets masked. */
  public void preview(CredentialId id, Consumer<List<PlannedRequest>> shown) {
    ask(() -> tests.preview(id), shown, () -> {});
  }

  /**
   * Asks the service of a credential for its models, unless that is under way.
   *
   * @param shown told the list, or why there is none
   */
  public void models(CredentialId id, Consumer<ModelList> shown) {
    if (listing.add(id)) {
      changed();
      ask(
          () -> tests.models(id),
          shown,
          () -> {
            listing.remove(id);
            changed();
          });
    }
  }

  /** Asks something whose answer nobody waits for once the vault is locked. */
  private <T> void ask(Callable<T> question, Consumer<T> shown, Runnable over) {
    asked.add(
        background.run(
            question,
            answer -> {
              over.run();
              shown.accept(answer);
            },
            failure -> {
              over.run();
              dialogs.error(failure);
            }));
  }

  /** Whether the models of that credential are being asked for. */
  public boolean isListing(CredentialId id) {
    return listing.contains(id);
  }

  /** Tests many, unless that is under way. */
  public void testAll(Collection<CredentialId> ids) {
    List<CredentialId> wanted = ids.stream().filter(id -> !isTesting(id)).toList();
    if (run.isPresent() || wanted.isEmpty()) {
      return;
    }
    inRun.addAll(wanted);
    AtomicInteger finished = new AtomicInteger();
    Running work =
        background.run(
            () -> tests.testAll(wanted, id -> later.accept(() -> oneOf(id, finished))),
            tested -> {
              runEnded();
              dialogs.finished(words(wanted.size(), tested.failing()));
              tell(tested.changes());
            },
            failure -> {
              runEnded();
              dialogs.error(failure);
            });
    run = inRun.isEmpty() ? Optional.empty() : Optional.of(new Run(work, finished, wanted.size()));
    changed();
  }

  private static String words(int tested, int failing) {
    String all = count(tested, "Tested {0} credential", "Tested {0} credentials");
    return failing == 0 ? all : tr("{0}; {1}", all, count(failing, "{0} fails", "{0} fail"));
  }

  private void tell(List<Change> changes) {
    if (!changes.isEmpty()) {
      found.forEach(listener -> listener.accept(changes));
    }
  }

  private void oneOf(CredentialId id, AtomicInteger finished) {
    if (inRun.remove(id)) {
      finished.incrementAndGet();
      changed();
    }
  }

  private void runEnded() {
    inRun.clear();
    run = Optional.empty();
    changed();
  }

  /** Ends the test of many; verdicts found so far stay. */
  public void cancelAll() {
    run.ifPresent(r -> r.work().cancel());
    runEnded();
  }

  /**
   * Starts the tests that are scheduled.
   *
   * @param told called on the JavaFX thread with what a person should know
   */
  public void begin(Consumer<Change> told) {
    tests.begin(change ->
        later.accept(() -> {
          if (!closed) {
            told.accept(change);
            tell(List.of(change));
          }
        }));
  }

  /**
   * Calls {@code listener} too with what scheduled tests find, and at its end with what a test of
   * many found, one change at least.
   */
  public void onFound(Consumer<List<Change>> listener) {
    found.add(listener);
  }

  /** When that credential is tested by itself next; empty if it is not. Past means soon. */
  public Optional<Instant> next(CredentialId id) {
    return tests.next(id);
  }

  /** Calls {@code shown} with what tests found lately that a person should know, newest first. */
  public void recent(Consumer<List<Change>> shown) {
    background.run(tests::recent, shown, dialogs::error);
  }

  /** Ends every test; for when the vault locks. */
  public void close() {
    closed = true;
    listeners.clear();
    found.clear();
    tests.close();
    running.values().forEach(Running::cancel);
    asked.forEach(Running::cancel);
    asked.clear();
    listing.clear();
    running.clear();
    single.clear();
    cancelAll();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
