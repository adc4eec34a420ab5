package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The claim of this process's one owner to a file. The engine's lock keeps other processes out, but
 * within one process it would be shared; and merely trying it a second time would lose it, since
 * the system drops a process's locks on a file when any of its handles is closed.
 */
final class Ownership implements AutoCloseable {
  private final String key;

  private Ownership(String key) {
    this.key = key;
  }

  /**
   * Claims a file that exists. Kept in the system properties: they are the process's own and
   * atomic, whichever class loader or opener asks.
   */
  static Ownership claim(Path file) {
    Path real;
    try {
      real = file.toRealPath();
    } catch (IOException e) {
      throw Faults.reading(file, e);
    }
    String key = "keyarbor.open:" + real;
    if (System.getProperties().putIfAbsent(key, "yes") != null) {
      throw new VaultException.InUse(file);
    }
    return new Ownership(key);
  }

  @Override
  public void close() {
    System.clearProperty(key);
  }
}
