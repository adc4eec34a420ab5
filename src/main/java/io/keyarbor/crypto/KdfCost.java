package io.keyarbor.crypto;

/**
 * What one guess of a password costs with Argon2id. Bounded, so that a file cannot ask for a
 * machine's whole memory.
 *
 * @param memoryKib memory in KiB, up to 4 GiB and at least 8 for each lane
 * @param passes times the memory is gone over, 1 to 64
 * @param lanes independent rows of the memory, 1 to 64
 */
public record KdfCost(int memoryKib, int passes, int lanes) {
  /** The least that a new vault is made with: 64 MiB, three passes, four lanes. */
  public static final KdfCost FLOOR = new KdfCost(64 * 1024, 3, 4);

  /** The most memory a file may ask for: 4 GiB. */
  public static final int MAX_MEMORY_KIB = 4 * 1024 * 1024;

  private static final int MAX_CALIBRATED_KIB = 512 * 1024;
  private static final int MAX_PASSES = 64;
  private static final int MAX_LANES = 64;
  private static final long TARGET_NANOS = 1_000_000_000;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException outside them
   */
  public KdfCost {
    if (passes < 1 || passes > MAX_PASSES || lanes < 1 || lanes > MAX_LANES) {
      throw new IllegalArgumentException("Argon2id passes or lanes out of bounds");
    }
    if (memoryKib < 8 * lanes || memoryKib > MAX_MEMORY_KIB) {
      throw new IllegalArgumentException("Argon2id memory out of bounds");
    }
  }

  /**
   * The cost of about one second on this machine, never below {@link #FLOOR}. Takes about a second
   * itself.
   */
  public static KdfCost calibrated() {
    timeFloor();
    return forFloorTime(timeFloor(), Runtime.getRuntime().maxMemory() / 1024);
  }

  /**
   * The cost of about one second where {@link #FLOOR} takes {@code nanos}: memory is doubled first,
   * since it hurts a guesser most, then passes are added.
   *
   * @param heapKib memory this process may use; a quarter of it is taken at most
   */
  static KdfCost forFloorTime(long nanos, long heapKib) {
    double room = (double) TARGET_NANOS / Math.max(nanos, 1);
    long most = Math.min(MAX_CALIBRATED_KIB, heapKib / 4);
    int memory = FLOOR.memoryKib;
    while (room >= 2 && memory * 2L <= most) {
      memory *= 2;
      room /= 2;
    }
    int passes = (int) Math.clamp(FLOOR.passes * room, FLOOR.passes, MAX_PASSES);
    return new KdfCost(memory, passes, FLOOR.lanes);
  }

  private static long timeFloor() {
    long start = System.nanoTime();
    try (Secret password = Secret.random(16)) {
      Argon2.derive(password, new byte[Argon2.SALT_BYTES], FLOOR).close();
    }
    return System.nanoTime() - start;
  }
}
