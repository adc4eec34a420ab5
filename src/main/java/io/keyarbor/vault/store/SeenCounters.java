package io.keyarbor.vault.store;

import java.util.UUID;

/** The highest manifest counter that this computer has seen of each collection, kept elsewhere. */
public interface SeenCounters {
  /** The highest one seen; 0 if none was. */
  long highest(UUID vault, UUID collection);

  /**
   * Remembers {@code counter} if it is higher. A memory that cannot be written is no reason to keep
   * people from their vault, so this never throws.
   */
  void saw(UUID vault, UUID collection, long counter);
}
