package io.keyarbor.ui.work;

import io.keyarbor.vault.VaultException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Secrets that a window holds while work off the JavaFX thread uses them. They are wiped once the
 * window is gone and the last work on them has ended, so neither waits for the other. Safe for any
 * thread.
 */
public final class Held<T> {
  private final Consumer<T> wipe;
  private Optional<T> content = Optional.empty();
  private int users;
  private boolean closed;

  /** Holds nothing yet. */
  public Held(Consumer<T> wipe) {
    this.wipe = wipe;
  }

  /** What is done with the content. */
  @FunctionalInterface
  public interface Use<T, R, X extends Exception> {
    /** Works on {@code content}, which stays open meanwhile. */
    R apply(T content) throws X;
  }

  /** Takes over {@code fresh}; wipes it at once if the window is gone. Once only. */
  public synchronized void put(T fresh) {
    if (closed) {
      wipe.accept(fresh);
    } else if (content.isPresent()) {
      throw new IllegalStateException("there is something already");
    } else {
      content = Optional.of(fresh);
    }
  }

  /**
   * Works on the content.
   *
   * @throws VaultException.Refused if the window is gone
   */
  public <R, X extends Exception> R use(Use<T, R, X> use) throws X {
    T lent = lend();
    try {
      return use.apply(lent);
    } finally {
      giveBack();
    }
  }

  private synchronized T lend() {
    if (closed || content.isEmpty()) {
      throw new VaultException.Refused("That was cancelled.");
    }
    users++;
    return content.get();
  }

  private synchronized void giveBack() {
    users--;
    wipeIfUnused();
  }

  /** The window is gone. */
  public synchronized void close() {
    closed = true;
    wipeIfUnused();
  }

  private void wipeIfUnused() {
    if (closed && users == 0) {
      content.ifPresent(wipe);
      content = Optional.empty();
    }
  }
}
