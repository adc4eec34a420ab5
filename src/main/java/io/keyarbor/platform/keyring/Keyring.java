package io.keyarbor.platform.keyring;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.dbus.BusAddress;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps small keys where the desktop keeps those of its programs. Any program of the person may
 * read them while they are logged in. May wait for the person; not for the JavaFX thread.
 */
public interface Keyring {
  /** The keyring cannot be used now; the message says why, for a person. */
  final class Unavailable extends IOException {
    Unavailable(String message) {
      super(message);
    }
  }

  /**
   * Keeps {@code key}, which stays with the caller, in place of what had that id.
   *
   * @param id says nothing of what the key is for
   */
  void store(String id, Secret key) throws Unavailable;

  /** The key of that id, for the caller to close; empty if there is none. */
  Optional<Secret> find(String id) throws Unavailable;

  /** Deletes the key of that id, if there is one. */
  void delete(String id) throws Unavailable;

  /** That of this system; empty where Keyarbor knows none. */
  static Optional<Keyring> ofThisSystem() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
        ? Optional.of(new SecretService(BusAddress.session(System.getenv())))
        : Optional.empty();
  }
}
