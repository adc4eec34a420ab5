package io.keyarbor.vault;

import java.time.Instant;
import java.util.Optional;

/** The copies kept beside a vault. */
public interface Backups {
  /** Writes one now and proves it by reading it back. */
  void create();

  /** When the newest backup that was read back and verified was made. */
  Optional<Instant> lastProven();
}
