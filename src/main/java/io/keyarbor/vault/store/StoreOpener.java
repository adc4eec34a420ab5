package io.keyarbor.vault.store;

import io.keyarbor.vault.store.Rows.Header;
import java.nio.file.Path;

/**
 * Makes and opens vault files. The methods throw the {@code VaultException} that tells the fault.
 */
public interface StoreOpener {
  /** The newest format that is known, which is the one written. */
  int format();

  /** Throws {@code AlreadyExists} if there is anything at {@code file}. */
  void checkFree(Path file);

  /** Makes a vault file without records; it appears under its name whole or not at all. */
  void create(Path file, Header header);

  /**
   * Opens a vault file, after it was looked at as something hostile; brings an older format up to
   * date.
   */
  VaultStore open(Path file);

  /** Opens a vault file without ever writing to it; saves fail. */
  VaultStore openReadOnly(Path file);

  /** The backups of the vault at {@code file}. */
  BackupFolder backupsOf(Path file);
}
