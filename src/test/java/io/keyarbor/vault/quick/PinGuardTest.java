package io.keyarbor.vault.quick;

import static io.keyarbor.vault.TestVaults.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A PIN is good for three wrong tries and twelve hours. */
class PinGuardTest {
  private static final Path FILE = Path.of("/vault");
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private Instant now = START;
  private final HandWoundTimer timer = new HandWoundTimer();
  private final PinGuard pins =
      new PinGuard(
          TestVaults.CHEAP,
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          },
          timer::after);
  private final Secret key = Secret.random(StandIn.KEY_BYTES);
  private final StandIn standIn =
      new StandIn(UUID.randomUUID(), new byte[StandIn.EPOCH_BYTES], key);

  private Optional<StandIn> open(String pin) {
    try (Secret typed = secret(pin)) {
      return pins.open(FILE, typed);
    }
  }

  private void keep() {
    try (Secret pin = secret("4711")) {
      pins.keep(FILE, standIn, pin);
    }
  }

  @Test
  void theRightPinOpensAgainAndAgain() {
    keep();
    for (int i = 0; i < 5; i++) {
      try (StandIn opened = open("4711").orElseThrow()) {
        assertTrue(opened.key().sameAs(key));
        assertEquals(standIn.vault(), opened.vault());
      }
    }
  }

  @Test
  void threeWrongPinsAndItIsGone() {
    keep();
    assertEquals(Optional.empty(), open("4712"));
    assertEquals(Optional.empty(), open(""));
    assertEquals(1, pins.left());
    open("4711").orElseThrow().close();
    assertEquals(PinGuard.TRIES, pins.left());
    for (int i = 0; i < PinGuard.TRIES; i++) {
      assertEquals(Optional.empty(), open("0000"));
    }
    assertFalse(pins.isKept(FILE));
    assertEquals(Optional.empty(), open("4711"));
  }

  @Test
  void itIsGoneAfterTwelveHoursOrWhenTheClockGoesBack() {
    keep();
    now = START.plus(PinGuard.LIFE).minusSeconds(1);
    assertTrue(pins.isKept(FILE));
    now = START.plus(PinGuard.LIFE);
    assertFalse(pins.isKept(FILE));
    now = START;
    assertEquals(Optional.empty(), open("4711"), "it does not come back");
    keep();
    now = START.minus(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), open("4711"));
  }

  @Test
  void itIsWipedWithoutAnybodyAskingWithinAMinuteOfAwakeTime() {
    keep();
    keep();
    assertEquals(1, timer.pending(), "one look to come, however often a PIN is chosen");
    now = START.plus(PinGuard.LIFE).minusSeconds(1);
    timer.pass(Duration.ofMinutes(1));
    assertEquals(PinGuard.TRIES, pins.left());
    now = START.plus(PinGuard.LIFE);
    timer.pass(Duration.ofMinutes(1));
    assertEquals(0, pins.left(), "left() does not look at the clock itself");
    assertEquals(0, timer.pending(), "nothing is kept, nothing is looked at");
  }

  @Test
  void itIsForOneVaultAndNotTooShort() {
    keep();
    assertFalse(pins.isKept(Path.of("/other")));
    try (Secret pin = secret("4711");
        Secret tiny = secret("471")) {
      assertEquals(Optional.empty(), pins.open(Path.of("/other"), pin));
      assertThrows(IllegalArgumentException.class, () -> pins.keep(FILE, standIn, tiny));
    }
    pins.close();
    assertEquals(Optional.empty(), open("4711"));
  }

  @Test
  void whatIsSealedOpensWithItsKeyAndUnchangedOnly() {
    try (Secret seal = Secret.random(32);
        Secret other = Secret.random(32)) {
      byte[] sealed = SealedStandIn.seal(standIn, seal);
      SealedStandIn.open(sealed, seal).orElseThrow().close();
      assertEquals(Optional.empty(), SealedStandIn.open(sealed, other));
      for (int i = 0; i < sealed.length; i++) {
        byte[] changed = sealed.clone();
        changed[i] ^= 1;
        assertEquals(Optional.empty(), SealedStandIn.open(changed, seal), "byte " + i);
        assertEquals(Optional.empty(), SealedStandIn.open(Arrays.copyOf(sealed, i), seal));
      }
      assertEquals(Optional.empty(), SealedStandIn.open(new byte[SealedStandIn.LARGEST + 1], seal));
    }
  }
}
