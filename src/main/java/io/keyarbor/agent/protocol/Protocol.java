package io.keyarbor.agent.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The numbers of the protocol between the agent and its clients. */
public final class Protocol {
  /** Spoken here. A change that an older side would misread makes it the next number. */
  public static final int VERSION = 2;

  /** Bytes in a frame at most: room for an import of a hundred thousand credentials. */
  public static final int LARGEST_FRAME = 64 << 20;

  /** Bytes in a hello at most, whoever sends it. */
  public static final int LARGEST_HELLO = 256;

  /** From the first byte of a frame to its last one. */
  public static final Duration FRAME_TIME = Duration.ofSeconds(10);

  /** From the start of a connection to its hello. */
  public static final Duration HELLO_TIME = Duration.ofSeconds(10);

  /** From a request to its answer; a change of the password derives two keys. */
  public static final Duration ANSWER_TIME = Duration.ofMinutes(2);

  private static final byte[] MAGIC = "KEYARBOR".getBytes(StandardCharsets.US_ASCII);

  private Protocol() {}

  /** Starts a hello. */
  public static void hello(FrameWriter out, int version) {
    out.raw(MAGIC);
    out.int16(version);
  }

  /**
   * Reads a hello's start.
   *
   * @return the version that the other side speaks
   * @throws Malformed if it is none
   */
  public static int version(FrameReader in) {
    for (byte letter : MAGIC) {
      if (in.int8() != letter) {
        throw new Malformed("this is no hello");
      }
    }
    return in.int16();
  }
}
