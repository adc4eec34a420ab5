package io.keyarbor.app;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.platform.Folders;
import io.keyarbor.storage.FileStores;
import io.keyarbor.storage.SeenFiles;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.local.LocalVault;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/**
 * Makes vaults that this process opens itself. Apart from all else, because a command that finds an
 * agent needs none of it and starts faster without.
 */
final class LocalVaults {
  private LocalVaults() {}

  /**
   * A locked vault over files; it remembers in the state folder what it has seen.
   *
   * @param background runs what nobody waits for
   */
  static Vault create(Folders folders, Executor background) {
    return new LocalVault(
        new FileStores(),
        new SeenFiles(folders.state()),
        KdfCost::calibrated,
        Clock.system(ZoneId.systemDefault()),
        background);
  }
}
