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
  private static final Duration AGAIN = Duration.ofSeconds(1);

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
    byte[] copied = secret.useChars(this::hash);
    secret.useChars(chars -> {
      clipboard.putSecret(chars);
      return null;
    });
    // Not before: if the system refuses, the secret that is there still goes in its time.
    ours = Optional.of(copied);
    pending.ifPresent(Pending::cancel);
    pending = Optional.of(timer.after(keep, this::clear));
  }

  /**
   * Empties the clipboard now, if it still holds what was copied here. If the system refuses, it is
   * tried again a moment later, and by the next call.
   */
  public void clear() {
    pending.ifPresent(Pending::cancel);
    pending = ours.map(copied -> timer.after(AGAIN, this::clear));
    if (ours.isPresent()
        && clipboard.holds(text -> MessageDigest.isEqual(hash(text), ours.get()))) {
      clipboard.clear();
    }
    ours = Optional.empty();
    pending.ifPresent(Pending::cancel);
    pending = Optional.empty();
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
