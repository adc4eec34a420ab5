package io.keyarbor.ui.dialog;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ways back from what a person did, the newest first. The oldest go when there are too many.
 * For one thread.
 */
final class UndoStack {
  /** So many are kept. */
  static final int MOST = 50;

  private final Deque<Step> steps = new ArrayDeque<>();
  private long last;

  /**
   * One way back.
   *
   * @param number grows from step to step
   */
  record Step(long number, Runnable back) {}

  /** Keeps a way back. */
  Step push(Runnable back) {
    Step step = new Step(++last, back);
    steps.push(step);
    if (steps.size() > MOST) {
      steps.removeLast();
    }
    return step;
  }

  /** Number of the step that was pushed last, whether it was taken since or not. */
  long last() {
    return last;
  }

  /** Goes that way back, unless that was done. */
  void take(Step step) {
    if (steps.remove(step)) {
      step.back().run();
    }
  }

  /** Goes the newest way back that is left, if it was pushed after the step {@code since}. */
  void takeNewest(long since) {
    Step newest = steps.peek();
    if (newest != null && newest.number() > since) {
      take(newest);
    }
  }

  void clear() {
    steps.clear();
  }
}
