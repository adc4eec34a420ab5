package io.keyarbor.ui.wizard;

import io.keyarbor.probe.Prober;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.Background.Running;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The test of what is in the form: under way, done, or worth nothing any more because the form was
 * changed. For the thread of {@link Background}'s callbacks.
 */
final class TestRun {
  private final Prober prober;
  private final Background background;
  private final Runnable onChange;
  private Optional<Running> running = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();

  /**
   * Nothing tested yet.
   *
   * @param onChange called whenever what this says has changed
   */
  TestRun(Prober prober, Background background, Runnable onChange) {
    this.prober = prober;
    this.background = background;
    this.onChange = onChange;
  }

  /**
   * Starts a test; one under way is cancelled.
   *
   * @param values asked for in the background, and closed there
   */
  void start(
      ServiceTemplate template,
      Callable<FieldValues> values,
      TlsTrust trust,
      Consumer<Throwable> failed) {
    stop();
    verdict = Optional.empty();
    // A background that works at once has its answer before it can be cancelled.
    boolean[] over = new boolean[1];
    Running started =
        background.run(
            () -> {
              try (FieldValues lent = values.call()) {
                return prober.test(template, lent, trust);
              }
            },
            result -> {
              over[0] = true;
              end(Optional.of(result));
            },
            failure -> {
              over[0] = true;
              end(Optional.empty());
              failed.accept(failure);
            });
    if (!over[0]) {
      running = Optional.of(started);
      onChange.run();
    }
  }

  /** Cancels the test under way; the credential stays untested. */
  void cancel() {
    stop();
    onChange.run();
  }

  /** What was tested is no longer what is in the form. */
  void outdate() {
    if (isRunning() || verdict.isPresent()) {
      stop();
      verdict = Optional.empty();
      onChange.run();
    }
  }

  boolean isRunning() {
    return running.isPresent();
  }

  /** The verdict on what is in the form now. */
  Optional<Verdict> verdict() {
    return verdict;
  }

  private void stop() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
  }

  private void end(Optional<Verdict> result) {
    running = Optional.empty();
    verdict = result;
    onChange.run();
  }
}
