package io.keyarbor.vault.quick;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.StandIn;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps one vault's stand-in under a PIN, in the memory of this process alone: for some hours, and
 * for {@value #TRIES} wrong tries. A PIN is short, so what it seals never reaches a disk. Safe for
 * any thread; what derives takes a moment.
 */
public final class PinGuard implements AutoCloseable {
  /** Wrong PINs after which the stand-in is gone. */
  public static final int TRIES = 3;

  /** Least length of a PIN, in bytes of UTF-8. */
  public static final int SHORTEST = 4;

  /** For how long a PIN is good. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** How often it is looked whether it is over; the clock stands still in no sleep, timers do. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final KdfCost cost;
  private final Clock clock;
  private final BiConsumer<Duration, Runnable> timer;
  private boolean looking;
  private Optional<Kept> kept = Optional.empty();

  /** What is kept; all of it outside the heap but what everybody may know. */
  private static final class Kept {
    private final Path file;
    private final Instant since;
    private final byte[] salt;
    private final Secret sealed;
    private int left = TRIES;

    Kept(Path file, Instant since, byte[] salt, Secret sealed) {
      this.file = file;
      this.since = since;
      this.salt = salt;
      this.sealed = sealed;
    }
  }

  /**
   * Nothing is kept at first.
   *
   * @param cost of one guess
   * @param timer makes a call once after a while, on any thread
   */
  public PinGuard(KdfCost cost, Clock clock, BiConsumer<Duration, Runnable> timer) {
    this.cost = cost;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * Keeps {@code standIn} under {@code pin}, in place of what was kept; both stay with the caller.
   *
   * @throws IllegalArgumentException if the PIN is too short
   */
  public synchronized void keep(Path file, StandIn standIn, Secret pin) {
    if (pin.length() < SHORTEST) {
      throw new IllegalArgumentException("a PIN needs " + SHORTEST + " characters");
    }
    close();
    byte[] salt = new byte[Argon2.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try (Secret key = Argon2.derive(pin, salt, cost)) {
      Secret sealed = Secret.take(SealedStandIn.seal(standIn, key));
      kept = Optional.of(new Kept(file, clock.instant(), salt, sealed));
    }
    if (!looking) {
      lookLater();
    }
  }

  private void lookLater() {
    looking = true;
    timer.accept(LOOK, this::look);
  }

  /** Wipes what is over even if nobody asks for it; goes on while something is kept. */
  private synchronized void look() {
    looking = false;
    wipeIfOver();
    if (kept.isPresent()) {
      lookLater();
    }
  }

  /** Whether a PIN opens the vault at {@code file} now. */
  public synchronized boolean isKept(Path file) {
    wipeIfOver();
    return kept.filter(k -> k.file.equals(file)).isPresent();
  }

  private void wipeIfOver() {
    Instant now = clock.instant();
    // A clock that went back cannot tell how long it has been.
    kept.filter(k -> now.isBefore(k.since) || !now.isBefore(k.since.plus(LIFE)))
        .ifPresent(over -> close());
  }

  /** How many wrong tries are left; 0 if nothing is kept. */
  public synchronized int left() {
    return kept.map(k -> k.left).orElse(0);
  }

  /**
   * The stand-in, for the caller to close.
   *
   * @return empty if the PIN is wrong or nothing is kept; {@link #left} says more
   */
  public synchronized Optional<StandIn> open(Path file, Secret pin) {
    if (!isKept(file)) {
      return Optional.empty();
    }
    Kept now = kept.orElseThrow();
    // Counted before it is tried, so that no end of the try makes it free.
    now.left--;
    Optional<StandIn> opened;
    try (Secret key = Argon2.derive(pin, now.salt, cost)) {
      opened = now.sealed.use(sealed -> SealedStandIn.open(sealed, key));
    }
    if (opened.isPresent()) {
      now.left = TRIES;
    } else if (now.left == 0) {
      close();
    }
    return opened;
  }

  /** Forgets what is kept. */
  @Override
  public synchronized void close() {
    kept.ifPresent(k -> k.sealed.close());
    kept = Optional.empty();
  }
}
