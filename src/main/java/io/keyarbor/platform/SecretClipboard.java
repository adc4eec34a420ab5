package io.keyarbor.platform;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.Timer.Pending;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lends a secret to the clipboard: marked so that clipboard histories skip it, and taken back after
 * a while, but only if it is still there. What was copied is remembered by a keyed hash alone. For
 * one thread, that of the clipboard, on which the timer calls too.
 */
public final class SecretClipboard implements AutoCloseable {
  private final ClipboardAccess clipboard;
  private final Timer timer;
  private final Secret key = Secret.random(32);
  private Optional<byte[]> ours = Optional.empty();
  private Optional<Pending> pending = Optional.empty();

  /** Nothing is copied at first. */
  public SecretClipboard(ClipboardAccess clipboard, Timer timer) {
    this.clipboard = clipboard;
    this.timer = timer;
  }

  /** Copies {@code secret}, which the caller keeps, as text, for the time {@code keep}. */
  public void copy(Secret secret, Duration keep) {
    pending.ifPresent(Pending::cancel);
    secret.useChars(chars -> {
      clipboard.putSecret(chars);
      ours = Optional.of(hash(chars));
      return null;
    });
    pending = Optional.of(timer.after(keep, this::clear));
  }

  /** Empties the clipboard now, if it still holds what was copied here. */
  public void clear() {
    pending.ifPresent(Pending::cancel);
    pending = Optional.empty();
    Optional<byte[]> copied = ours;
    ours = Optional.empty();
    if (copied.isPresent()
        && clipboard.holds(text -> MessageDigest.isEqual(hash(text), copied.get()))) {
      clipboard.clear();
    }
  }

  /** Clears, and forgets the key; for the end of the program. */
  @Override
  public void close() {
    if (!key.isClosed()) {
      clear();
      key.close();
    }
  }

  private byte[] hash(char[] text) {
    try (Secret copy = Secret.takeUtf8(text.clone())) {
      return copy.use(bytes -> key.use(keyBytes -> hmac(keyBytes, bytes)));
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HmacSHA256", e);
    }
  }
}
