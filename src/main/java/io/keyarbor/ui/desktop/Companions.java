package io.keyarbor.ui.desktop;

import java.util.List;
import java.util.function.Consumer;

/**
 * All that accompanies one window. One that fails is noted, and takes neither the others nor the
 * lock down with it. For the JavaFX thread.
 */
final class Companions {
  private final List<Companion> all;
  private final Consumer<RuntimeException> failed;

  /**
   * Those of {@code all}, which may still grow.
   *
   * @param failed told what one of them failed with
   */
  Companions(List<Companion> all, Consumer<RuntimeException> failed) {
    this.all = all;
    this.failed = failed;
  }

  /** Tells each of them something. */
  void each(Consumer<Companion> deed) {
    for (Companion companion : all) {
      try {
        deed.accept(companion);
      } catch (RuntimeException e) {
        failed.accept(e);
      }
    }
  }

  /** Whether the app goes on without a window; not where that cannot be said. */
  boolean stayWithoutWindow() {
    boolean[] stays = new boolean[1];
    each(companion -> stays[0] |= companion.staysWithoutWindow());
    return stays[0];
  }
}
