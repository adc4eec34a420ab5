package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.ImportFormat.Options;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What opens a file: its password, its key file, or both, as one key. */
final class CompositeKey {
  private CompositeKey() {}

  /**
   * Of what is given.
   *
   * @throws KdbxException if nothing is, or the key file is damaged
   */
  static Secret of(Options options) throws IOException {
    // An empty password beside a key file is one that nobody typed.
    Optional<Secret> password =
        options.password().filter(p -> p.length() > 0 || options.keyFile().isEmpty());
    if (password.isEmpty() && options.keyFile().isEmpty()) {
      throw new KdbxException("it needs a password or a key file");
    }
    byte[] first = new byte[0];
    byte[] second = new byte[0];
    try {
      if (password.isPresent()) {
        first = password.get().<byte[], RuntimeException>use(Hashes::sha256);
      }
      if (options.keyFile().isPresent()) {
        second = KeyFile.read(options.keyFile().get());
      }
      return Secret.take(Hashes.sha256(first, second));
    } finally {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }

  /** Of a password alone. */
  static Secret of(Secret password) {
    return password.use(bytes -> {
      byte[] hash = Hashes.sha256(bytes);
      try {
        return Secret.take(Hashes.sha256(hash));
      } finally {
        Arrays.fill(hash, (byte) 0);
      }
    });
  }
}
