package io.keyarbor.vault.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where one vault's backups lie. A backup is a vault file; it counts once it was proven. */
public interface BackupFolder {
  /** Where a backup made at {@code now} of the state {@code counter} is to be written. */
  Path next(Instant now, long counter);

  /** Those not proven yet, oldest first. */
  List<Path> unproven();

  /** Marks a backup as read back and verified, and deletes the oldest beyond those kept. */
  void proven(Path backup);

  /** Deletes one that could not be verified. */
  void discard(Path backup);

  /** When the newest proven one was made. */
  Optional<Instant> lastProven();

  /** Counter of the state that the newest backup, proven or not, holds; 0 if there is none. */
  long lastCounter();
}
