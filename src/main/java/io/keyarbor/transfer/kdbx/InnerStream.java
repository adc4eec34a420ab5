package io.keyarbor.transfer.kdbx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.SkippingStreamCipher;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The second encryption of protected values: one key stream over all of them in the order in which
 * the file has them, so none may be passed by. For one thread.
 */
final class InnerStream {
  static final int CHACHA20 = 3;
  static final int CHACHA20_KEY_BYTES = 64;

  private static final int NONE = 0;
  private static final int SALSA20 = 2;
  private static final byte[] SALSA20_NONCE = HexFormat.of().parseHex("e830094b97205d2a");
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;

  private final SkippingStreamCipher cipher;

  private InnerStream(SkippingStreamCipher cipher) {
    this.cipher = cipher;
  }

  /** A stream of the kind that a header names. */
  static InnerStream of(int kind, byte[] key) throws IOException {
    return switch (kind) {
      case NONE -> new InnerStream(null);
      case SALSA20 -> {
        byte[] hash = Hashes.sha256(key);
        yield start(new Salsa20Engine(), hash, SALSA20_NONCE);
      }
      case CHACHA20 -> {
        byte[] hash = Hashes.sha512(key);
        byte[] nonce = Arrays.copyOfRange(hash, KEY_BYTES, KEY_BYTES + NONCE_BYTES);
        yield start(new ChaCha7539Engine(), hash, nonce);
      }
      default ->
          throw new KdbxException(
              "its protected values are encrypted in a way that is not known here");
    };
  }

  private static InnerStream start(SkippingStreamCipher cipher, byte[] hash, byte[] nonce) {
    cipher.init(true, new ParametersWithIV(new KeyParameter(hash, 0, KEY_BYTES), nonce));
    Arrays.fill(hash, (byte) 0);
    return new InnerStream(cipher);
  }

  /** Encrypts or decrypts the next value in place. */
  void apply(byte[] bytes) {
    if (cipher != null) {
      cipher.processBytes(bytes, 0, bytes.length, bytes, 0);
    }
  }

  /** Passes by a value of that many bytes. */
  void skip(long length) {
    if (cipher != null) {
      cipher.skip(length);
    }
  }
}
