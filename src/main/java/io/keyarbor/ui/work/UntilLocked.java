package io.keyarbor.ui.work;

import io.keyarbor.ui.task.Background;
import io.keyarbor.vault.VaultException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work over an unlocked vault. What comes after the lock is shown nowhere, and a secret that comes
 * then is wiped. The work itself goes on to its end, so nothing is half saved. For the JavaFX
 * thread.
 */
public final class UntilLocked implements Background {
  private final Background background;
  private boolean over;

  /** Lets {@code background} do the work, and tell its end on the JavaFX thread. */
  public UntilLocked(Background background) {
    this.background = background;
  }

  /**
   * The vault is locked: from now on no result is told, and of failures only what a lock is not.
   */
  public void end() {
    over = true;
  }

  @Override
  public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    return background.run(
        work,
        result -> {
          if (over) {
            discard(result);
          } else {
            done.accept(result);
          }
        },
        failure -> {
          if (!over || !(failure instanceof VaultException.Locked)) {
            failed.accept(failure);
          }
        });
  }

  private static void discard(Object late) {
    switch (late) {
      case Optional<?> some -> some.ifPresent(UntilLocked::discard);
      case AutoCloseable owned -> close(owned);
      case null, default -> {}
    }
  }

  private static void close(AutoCloseable late) {
    try {
      late.close();
    } catch (Exception e) {
      throw new IllegalStateException("What came after the lock was not closed.", e);
    }
  }
}
