package io.keyarbor.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What is made on another thread while this one does something else. */
final class Later {
  private Later() {}

  /** Waits for it; a failure of that thread is one of this. */
  static <T> T of(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
