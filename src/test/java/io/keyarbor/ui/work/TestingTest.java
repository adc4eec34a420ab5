package io.keyarbor.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.work.ConnectionTests.Tested;
import io.keyarbor.ui.work.Testing.Progress;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class TestingTest {
  private static final Change FAILS =
      new Change(
          CredentialId.random(),
          "One",
          Change.Kind.FAILS,
          Reason.EXPIRED,
          "",
          Instant.EPOCH,
          Optional.empty());

  private final CredentialId a = CredentialId.random();
  private final CredentialId b = CredentialId.random();
  private final ByHand background = new ByHand();
  private final List<String> told = new ArrayList<>();
  private final List<CredentialId> tested = new ArrayList<>();
  private Optional<Consumer<Change>> scheduled = Optional.empty();
  private Tested outcome = new Tested(0, List.of());
  private boolean closed;
  private final Testing testing =
      new Testing(new Recorded(), background, Runnable::run, new Told());

  @Test
  void aCredentialIsNeverTestedTwiceAtTheSameTime() {
    testing.test(a);
    testing.test(a);
    testing.testAll(List.of(a));

    assertTrue(testing.isTesting(a));
    assertEquals(Optional.empty(), testing.progress());
    background.finishAll();
    assertFalse(testing.isTesting(a));
    assertEquals(List.of(a), tested);
    testing.test(a);
    assertTrue(testing.isTesting(a));
  }

  @Test
  void aTestOfAllTellsHowFarItIs() {
    List<Optional<Progress>> seen = new ArrayList<>();
    testing.onChange(() -> seen.add(testing.progress()));
    testing.testAll(List.of(a, b));
    background.finishAll();

    assertEquals(
        List.of(
            Optional.of(new Progress(0, 2)),
            Optional.of(new Progress(1, 2)),
            Optional.of(new Progress(2, 2)),
            Optional.empty()),
        seen);
  }

  @Test
  void theEndOfATestOfAllTellsHowManyFailAndWhatChanged() {
    List<List<Change>> changes = new ArrayList<>();
    testing.onFound(changes::add);
    testing.testAll(List.of(a, b));
    background.finishAll();
    outcome = new Tested(1, List.of(FAILS));
    testing.testAll(List.of(a, b));
    background.finishAll();

    assertEquals(List.of("Tested 2 credentials", "Tested 2 credentials; 1 fails"), told);
    assertEquals(List.of(List.of(FAILS)), changes);
  }

  @Test
  void aCancelledTestOfAllIsOverAtOnce() {
    testing.testAll(List.of(a, b));
    testing.cancelAll();

    assertEquals(1, background.cancelled);
    assertEquals(Optional.empty(), testing.progress());
    assertFalse(testing.isTesting(b));
    testing.testAll(List.of(a));
    assertEquals(Optional.of(new Progress(0, 1)), testing.progress());
  }

  @Test
  void aFailureIsToldAndTheCredentialCanBeTestedAgain() {
    background.failure = Optional.of(new IllegalStateException("broken"));
    testing.test(a);
    background.finishAll();

    assertEquals(List.of("broken"), told);
    assertFalse(testing.isTesting(a));
  }

  @Test
  void whatScheduledTestsFindIsToldUntilTheVaultLocks() {
    List<Change> found = new ArrayList<>();
    testing.begin(found::add);
    scheduled.orElseThrow().accept(FAILS);
    testing.close();
    assertTrue(closed);
    scheduled.orElseThrow().accept(FAILS);
    assertEquals(List.of(FAILS), found);
  }

  @Test
  void lockingEndsEveryTest() {
    testing.test(a);
    testing.testAll(List.of(b));
    testing.close();

    assertEquals(2, background.cancelled);
    assertFalse(testing.isTesting(a) || testing.isTesting(b));
  }

  private final class Recorded implements ConnectionTests {
    @Override
    public ModelList models(CredentialId id) {
      return ModelList.of(List.of("demo-large", "demo-small"));
    }

    @Override
    public List<PlannedRequest> preview(CredentialId id) {
      return List.of();
    }

    @Override
    public void test(CredentialId id) {
      tested.add(id);
    }

    @Override
    public Tested testAll(Collection<CredentialId> ids, Consumer<CredentialId> done) {
      ids.forEach(done);
      return outcome;
    }

    @Override
    public void begin(Consumer<Change> news) {
      scheduled = Optional.of(news);
    }

    @Override
    public Optional<Instant> next(CredentialId id) {
      return Optional.empty();
    }

    @Override
    public List<Change> recent() {
      return List.of();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Work that is finished when the test says so. */
  private static final class ByHand implements Background {
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private int cancelled;

    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      Runnable finish =
          () -> {
            try {
              if (failure.isPresent()) {
                throw failure.get();
              }
              done.accept(work.call());
            } catch (Exception e) {
              failed.accept(e);
            }
          };
      waiting.add(finish);
      return () -> {
        waiting.remove(finish);
        cancelled++;
      };
    }

    void finishAll() {
      List<Runnable> all = List.copyOf(waiting);
      waiting.clear();
      all.forEach(Runnable::run);
    }
  }

  private final class Told implements Dialogs {
    @Override
    public Handle show(Region content, String title, Runnable onCloseRequest) {
      throw new UnsupportedOperationException("no window here");
    }

    @Override
    public void confirm(Question question, Runnable yes) {
      throw new UnsupportedOperationException("no window here");
    }

    @Override
    public void toast(String message, Optional<Action> undo) {
      throw new UnsupportedOperationException("no window here");
    }

    @Override
    public void undoable(String message, Back back) {}

    @Override
    public void finished(String message) {
      told.add(message);
    }

    @Override
    public void error(Throwable failure) {
      told.add(failure.getMessage());
    }
  }
}
