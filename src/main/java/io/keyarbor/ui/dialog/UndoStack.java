package io.keyarbor.ui.dialog;

import io.keyarbor.ui.dialog.Dialogs.Back;
import io.keyarbor.vault.VaultException;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The ways back from what a person did, the newest first. The oldest go when there are too many.
 * One that failed is there again, unless what it would take back is not there any more. For one
 * thread.
 */
final class UndoStack {
  /** So many are kept. */
  static final int MOST = 50;

  private final NavigableMap<Long, Step> steps = new TreeMap<>();
  private final Consumer<Throwable> failed;
  private long last;
  private long forgotten;

  /**
   * Empty at first.
   *
   * @param failed told why a way back could not be gone
   */
  UndoStack(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /**
   * One way back.
   *
   * @param number grows from step to step
   */
  record Step(long number, Back back) {}

  /** Keeps a way back. */
  Step push(Back back) {
    Step step = new Step(++last, back);
    keep(step);
    return step;
  }

  private void keep(Step step) {
    steps.put(step.number(), step);
    if (steps.size() > MOST) {
      steps.pollFirstEntry();
    }
  }

  /** Number of the step that was pushed last, whether it was taken since or not. */
  long last() {
    return last;
  }

  /** Goes that way back, unless that was done. */
  void take(Step step) {
    if (steps.remove(step.number(), step)) {
      step.back()
          .go(failure -> {
            if (step.number() > forgotten && mayHelpAgain(failure)) {
              keep(step);
            }
            failed.accept(failure);
          });
    }
  }

  private static boolean mayHelpAgain(Throwable failure) {
    return !(failure instanceof VaultException.ChangedElsewhere
        || failure instanceof VaultException.Locked);
  }

  /** Goes the newest way back that is left, if it was pushed after the step {@code since}. */
  void takeNewest(long since) {
    var newest = steps.lastEntry();
    if (newest != null && newest.getKey() > since) {
      take(newest.getValue());
    }
  }

  void clear() {
    steps.clear();
    forgotten = last;
  }
}
