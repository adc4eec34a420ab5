package io.keyarbor.ui.testkit;

import io.keyarbor.ui.task.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does the work at once, on the caller's thread. */
public final class AtOnce implements Background {
  @Override
  public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.call();
    } catch (Throwable e) {
      failed.accept(e);
      return () -> {};
    }
    done.accept(result);
    return () -> {};
  }
}
