package io.keyarbor.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdfCostTest {
  @ParameterizedTest
  @CsvSource({
    "4194305, 3, 4",
    "2147483647, 3, 4",
    "-1, 3, 4",
    "0, 3, 4",
    "31, 3, 4",
    "65536, 0, 4",
    "65536, 65, 4",
    "65536, 3, 0",
    "65536, 3, 65",
    "65536, -3, 4"
  })
  void aFileCannotAskForMoreThanTheBounds(int memory, int passes, int lanes) {
    assertThrows(IllegalArgumentException.class, () -> new KdfCost(memory, passes, lanes));
  }

  @Test
  void aCostThatTheMachineCannotMeetIsToldBeforeMemoryIsTaken() {
    KdfCost most = new KdfCost(KdfCost.MAX_MEMORY_KIB, 1, 1);
    try (Secret password = Secret.random(8)) {
      assertThrows(
          Argon2.NotEnoughMemory.class,
          () -> Argon2.derive(password, new byte[Argon2.SALT_BYTES], most));
    }
  }

  @Property(tries = 300)
  void aNewVaultNeverCostsLessThanTheFloor(
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long nanos,
      @ForAll @LongRange(min = 1, max = 1L << 40) long heapKib) {
    KdfCost cost = KdfCost.forFloorTime(nanos, heapKib);
    assertEquals(KdfCost.FLOOR.lanes(), cost.lanes());
    assertEquals(
        true,
        cost.memoryKib() >= KdfCost.FLOOR.memoryKib() && cost.passes() >= KdfCost.FLOOR.passes());
    assertEquals(true, cost.memoryKib() <= Math.max(heapKib / 4, KdfCost.FLOOR.memoryKib()));
  }

  @Test
  void aFasterMachineTakesMoreMemoryThenMorePasses() {
    assertEquals(KdfCost.FLOOR, KdfCost.forFloorTime(1_500_000_000, 1 << 22));
    assertEquals(new KdfCost(128 * 1024, 3, 4), KdfCost.forFloorTime(500_000_000, 1 << 22));
    assertEquals(new KdfCost(128 * 1024, 4, 4), KdfCost.forFloorTime(333_000_000, 1 << 22));
    assertEquals(new KdfCost(512 * 1024, 15, 4), KdfCost.forFloorTime(25_000_000, 1 << 22));
  }
}
