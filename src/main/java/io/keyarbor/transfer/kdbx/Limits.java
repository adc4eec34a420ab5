package io.keyarbor.transfer.kdbx;

/**
 * What a file may ask for at most, so that a hostile one takes neither a machine's memory nor its
 * day. What KeePassXC makes by itself stays far below.
 *
 * @param argonKib memory of Argon2 in KiB
 * @param argonWork that memory times the passes over it, in KiB
 * @param aesRounds rounds of AES-KDF
 * @param fileBytes length of the file
 * @param payloadBytes length of what is in it, decrypted and unpacked
 * @param heldBytes length of all values that are kept at once
 * @param items groups, entries, values and attached files together
 * @param depth groups within each other
 */
record Limits(
    long argonKib,
    long argonWork,
    long aesRounds,
    long fileBytes,
    long payloadBytes,
    long heldBytes,
    int items,
    int depth) {
  private static final long MIB = 1024 * 1024;

  /** Argon2 and AES-KDF at these bounds take a minute or two. */
  static final Limits USUAL =
      new Limits(
          1024 * 1024, 64 * MIB, 1_000_000_000, 256 * MIB, 512 * MIB, 256 * MIB, 2_000_000, 100);

  /** What is still left of them while one file is read. For one thread. */
  static final class Budget {
    private final Limits limits;
    private long bytes;
    private int items;

    Budget(Limits limits) {
      this.limits = limits;
    }

    Limits limits() {
      return limits;
    }

    /** Counts one thing more. */
    void item() throws KdbxException {
      items++;
      if (items > limits.items) {
        throw new KdbxException(
            "it holds more than " + limits.items + " groups, entries and values; split it");
      }
    }

    /** Counts one thing more of that length. */
    void item(long length) throws KdbxException {
      item();
      bytes += length;
      if (bytes > limits.heldBytes) {
        throw new KdbxException(
            "its values are longer than " + limits.heldBytes / MIB + " MiB; split it");
      }
    }
  }
}
