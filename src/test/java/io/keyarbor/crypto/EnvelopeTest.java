package io.keyarbor.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final byte[] PURPOSE = {1, 2, 3};

  @Property(tries = 200)
  void whatIsSealedIsOpenedAtItsPlaceOnly(
      @ForAll byte[] text, @ForAll @Size(64) byte[] place, @ForAll @IntRange(max = 63) int at)
      throws Exception {
    Envelope envelope = new Envelope();
    try (Secret key = Secret.random(32);
        Secret other = Secret.random(32)) {
      byte[] sealed = envelope.sealFor(PURPOSE, key, place, text);
      assertArrayEquals(text, envelope.openFor(PURPOSE, key, place, sealed));
      assertEquals(0, (sealed.length - 28) % Padding.BLOCK, "its length says little");
      byte[] elsewhere = place.clone();
      elsewhere[at] ^= 1;
      assertThrows(
          AEADBadTagException.class, () -> envelope.openFor(PURPOSE, key, elsewhere, sealed));
      assertThrows(
          AEADBadTagException.class, () -> envelope.openFor(PURPOSE, other, place, sealed));
      assertThrows(
          AEADBadTagException.class, () -> envelope.openFor(new byte[] {9}, key, place, sealed));
      assertThrows(AEADBadTagException.class, () -> envelope.open(key, place, sealed));
    }
  }

  @Property(tries = 300)
  void aFlippedBitOrAMissingByteIsNoticed(
      @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(max = 7) int bit) {
    Envelope envelope = new Envelope();
    byte[] place = new byte[64];
    try (Secret key = Secret.random(32)) {
      byte[] sealed = envelope.seal(key, place, new byte[300]);
      byte[] bent = sealed.clone();
      bent[at % bent.length] ^= (byte) (1 << bit);
      assertThrows(AEADBadTagException.class, () -> envelope.open(key, place, bent));
      byte[] cut = Arrays.copyOf(sealed, at % sealed.length);
      assertThrows(AEADBadTagException.class, () -> envelope.open(key, place, cut));
    }
  }

  @Test
  void theSameTextIsNeverSealedTwiceTheSame() {
    Envelope envelope = new Envelope();
    try (Secret key = Secret.random(32)) {
      assertFalse(
          Arrays.equals(
              envelope.seal(key, new byte[64], PURPOSE),
              envelope.seal(key, new byte[64], PURPOSE)));
    }
  }

  @Property(tries = 300)
  void paddingComesOffAgain(@ForAll @Size(max = 1000) byte[] text) {
    byte[] padded = Padding.pad(text);
    assertEquals(0, padded.length % Padding.BLOCK);
    assertArrayEquals(text, Padding.unpad(padded));
  }

  @Test
  void whatWasNotPaddedIsRefused() {
    for (byte[] bad :
        new byte[][] {new byte[0], new byte[256], new byte[255], Padding.pad(new byte[9])}) {
      byte[] cut = bad.length == 256 && bad[9] != 0 ? Arrays.copyOf(bad, 200) : bad;
      assertThrows(IllegalArgumentException.class, () -> Padding.unpad(cut));
    }
  }
}
