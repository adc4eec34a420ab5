package io.keyarbor.demo.tour;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Asks the JavaFX thread for something and waits, bounded, for the answer. */
public final class FxThread {
  private static final int SECONDS = 30;

  private FxThread() {}

  /** Runs {@code question} on the JavaFX thread. */
  public static <T> T ask(Callable<T> question) {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("a person waits, so not on the JavaFX thread");
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.call());
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    });
    return await(answer);
  }

  /** Runs {@code deed} on the JavaFX thread. */
  public static void run(Runnable deed) {
    ask(() -> {
      deed.run();
      return null;
    });
  }

  /** Waits for {@code pulses} frames to be laid out and drawn. */
  public static void pulses(int pulses) {
    CompletableFuture<Void> seen = new CompletableFuture<>();
    run(() ->
        new AnimationTimer() {
          private int left = pulses;

          @Override
          public void handle(long now) {
            if (left-- == 0) {
              stop();
              seen.complete(null);
            }
          }
        }.start());
    await(seen);
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("on the JavaFX thread: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the JavaFX thread did not answer in " + SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
