package io.keyarbor.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The app's {@link Background}: one virtual thread for each piece of work. */
public final class VirtualThreads implements Background {
  @Override
  public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                T result = work.call();
                tell(cancelled, () -> done.accept(result));
              } catch (Throwable e) {
                tell(cancelled, () -> failed.accept(e));
              }
            });
    return () -> {
      cancelled.set(true);
      thread.interrupt();
    };
  }

  private static void tell(AtomicBoolean cancelled, Runnable callback) {
    Platform.runLater(() -> {
      if (!cancelled.get()) {
        callback.run();
      }
    });
  }
}
