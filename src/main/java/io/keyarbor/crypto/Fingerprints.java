package io.keyarbor.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * Tells whether texts are the same without keeping them: HMAC-SHA256 under a random key that is
 * gone when this is closed, so that a fingerprint left behind says nothing. Not for several threads
 * at once.
 */
public final class Fingerprints implements AutoCloseable {
  private final Secret key = Secret.random(32);
  private final Mac mac;

  /** With a new key. */
  public Fingerprints() {
    try {
      mac = Mac.getInstance("HmacSHA256");
      key.<Void, GeneralSecurityException>use(bytes -> {
        mac.init(new WipeableKey("HmacSHA256", bytes));
        return null;
      });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for the same {@code text}, as a key for maps; the caller wipes the text. */
  public ByteBuffer of(byte[] text) {
    return ByteBuffer.wrap(mac.doFinal(text)).asReadOnlyBuffer();
  }

  /** Forgets the key. */
  @Override
  public void close() {
    key.close();
  }
}
