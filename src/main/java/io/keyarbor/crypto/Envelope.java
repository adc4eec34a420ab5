package io.keyarbor.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Padded AES-256-GCM: {@code nonce (12) | ciphertext of the padded text | tag (16)}. The nonce is
 * random, so a key must not seal more than some millions of texts; records have keys of their own.
 * Not for several threads at once.
 */
public final class Envelope {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final SecureRandom random = new SecureRandom();
  private final Hkdf hkdf = new Hkdf();
  private final Cipher cipher;

  /** One for repeated use by one thread. */
  public Envelope() {
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Seals {@code text}, bound to {@code place}, under {@code key} itself.
   *
   * @param key 32 bytes
   * @param place authenticated with the text, not stored
   */
  public byte[] seal(Secret key, byte[] place, byte[] text) {
    return key.use(bytes -> seal(bytes, place, text));
  }

  /**
   * Opens what {@link #seal} made; the caller wipes the result.
   *
   * @throws AEADBadTagException if the key or the place is another, or anything was changed
   */
  public byte[] open(Secret key, byte[] place, byte[] sealed) throws AEADBadTagException {
    return key.<byte[], AEADBadTagException>use(bytes -> open(bytes, place, sealed));
  }

  /** Seals under the key that HKDF-Expand derives from {@code key} for {@code purpose}. */
  public byte[] sealFor(byte[] purpose, Secret key, byte[] place, byte[] text) {
    return key.use(bytes -> {
      byte[] own = hkdf.expand(bytes, purpose, 32);
      try {
        return seal(own, place, text);
      } finally {
        Arrays.fill(own, (byte) 0);
      }
    });
  }

  /**
   * Opens what {@link #sealFor} made; the caller wipes the result.
   *
   * @throws AEADBadTagException if key, purpose or place is another, or anything was changed
   */
  public byte[] openFor(byte[] purpose, Secret key, byte[] place, byte[] sealed)
      throws AEADBadTagException {
    return key.<byte[], AEADBadTagException>use(bytes -> {
      byte[] own = hkdf.expand(bytes, purpose, 32);
      try {
        return open(own, place, sealed);
      } finally {
        Arrays.fill(own, (byte) 0);
      }
    });
  }

  private byte[] seal(byte[] key, byte[] place, byte[] text) {
    byte[] padded = Padding.pad(text);
    byte[] sealed = new byte[NONCE + padded.length + TAG];
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    System.arraycopy(nonce, 0, sealed, 0, NONCE);
    try {
      cipher.init(
          Cipher.ENCRYPT_MODE, new WipeableKey("AES", key), new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(place);
      cipher.doFinal(padded, 0, padded.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }

  private byte[] open(byte[] key, byte[] place, byte[] sealed) throws AEADBadTagException {
    if (sealed.length < NONCE + Padding.BLOCK + TAG) {
      throw new AEADBadTagException("too short");
    }
    byte[] padded = new byte[sealed.length - NONCE - TAG];
    try {
      cipher.init(
          Cipher.DECRYPT_MODE,
          new WipeableKey("AES", key),
          new GCMParameterSpec(TAG * 8, sealed, 0, NONCE));
      cipher.updateAAD(place);
      cipher.doFinal(sealed, NONCE, sealed.length - NONCE, padded, 0);
      return Padding.unpad(padded);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      throw new AEADBadTagException(e.getMessage());
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }
}
