package io.keyarbor.probe.ntlm;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server sends to be answered (MS-NLMP, section 2.2.1.2). */
final class Challenge {
  /** When the server sent it, in its own form. */
  static final int TIMESTAMP = 7;

  private static final int TYPE = 2;
  private static final int HEADER = 48;

  private final int flags;
  private final byte[] nonce;
  private final Map<Integer, byte[]> facts;

  private Challenge(int flags, byte[] nonce, Map<Integer, byte[]> facts) {
    this.flags = flags;
    this.nonce = nonce;
    this.facts = facts;
  }

  /** Which ways the server agrees to. */
  int flags() {
    return flags;
  }

  /** Its 8 random bytes. */
  byte[] nonce() {
    return nonce.clone();
  }

  /** What the server says of itself, by attribute. */
  Map<Integer, byte[]> facts() {
    return facts;
  }

  /**
   * Reads the message.
   *
   * @throws ProtocolException if it is none
   */
  static Challenge read(byte[] message) throws ProtocolException {
    ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    boolean fits =
        message.length >= HEADER
            && Arrays.equals(message, 0, Messages.SIGNATURE.length, Messages.SIGNATURE, 0, 8)
            && buffer.getInt(8) == TYPE;
    if (!fits) {
      throw new ProtocolException("not a challenge");
    }
    int length = Short.toUnsignedInt(buffer.getShort(40));
    int offset = buffer.getInt(44);
    if (offset < 0 || offset > message.length - length) {
      throw new ProtocolException("not a challenge");
    }
    return new Challenge(
        buffer.getInt(20),
        Arrays.copyOfRange(message, 24, 32),
        facts(buffer.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN)));
  }

  private static Map<Integer, byte[]> facts(ByteBuffer pairs) throws ProtocolException {
    Map<Integer, byte[]> facts = new LinkedHashMap<>();
    while (pairs.remaining() >= 4) {
      int attribute = Short.toUnsignedInt(pairs.getShort());
      int length = Short.toUnsignedInt(pairs.getShort());
      if (attribute == 0) {
        break;
      }
      if (length > pairs.remaining()) {
        throw new ProtocolException("not a challenge");
      }
      byte[] value = new byte[length];
      pairs.get(value);
      facts.put(attribute, value);
    }
    return facts;
  }
}
