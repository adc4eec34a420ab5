package io.keyarbor.probe.ntlm;

import io.keyarbor.probe.http.Account;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages that a client sends (MS-NLMP, sections 2.2.1.1 and 2.2.1.3). */
final class Messages {
  static final byte[] SIGNATURE = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};

  private static final int UNICODE = 0x1;
  private static final int REQUEST_TARGET = 0x4;
  private static final int NTLM = 0x200;
  private static final int ALWAYS_SIGN = 0x8000;
  private static final int EXTENDED_SECURITY = 0x80000;
  private static final int TARGET_INFO = 0x800000;
  private static final int KEY_128 = 0x20000000;
  private static final int WANTED =
      UNICODE | REQUEST_TARGET | NTLM | ALWAYS_SIGN | EXTENDED_SECURITY | KEY_128;

  private static final int TARGET_NAME = 9;
  private static final int CHANNEL_BINDINGS = 10;
  private static final int FIELDS = 6;

  private Messages() {}

  /** Says which ways the client knows. */
  static byte[] negotiate() {
    return little(32).put(SIGNATURE).putInt(1).putInt(WANTED).array();
  }

  /**
   * Proves the password.
   *
   * @param channel what the connection is known by, 16 bytes
   * @param target the service that is meant, e.g. {@code HTTP/server.example}
   * @param time in tenths of microseconds since 1601, unless the server says it
   * @param nonce 8 random bytes
   */
  static byte[] authenticate(
      Account account,
      Challenge challenge,
      byte[] channel,
      String target,
      long time,
      byte[] nonce) {
    byte[] key = NtlmHash.key(account.domain(), account.username(), account.password());
    Map<Integer, byte[]> facts = new LinkedHashMap<>(challenge.facts());
    facts.put(TARGET_NAME, NtlmHash.utf16(target));
    facts.put(CHANNEL_BINDINGS, channel);
    byte[] stamp = facts.get(Challenge.TIMESTAMP);
    boolean hasStamp = stamp != null && stamp.length == Long.BYTES;
    byte[] when = hasStamp ? stamp : little(Long.BYTES).putLong(time).array();
    byte[] response = response(key, challenge.nonce(), temp(when, nonce, pairs(facts)));
    byte[] old = hasStamp ? new byte[24] : response(key, challenge.nonce(), nonce);
    byte[][] payload = {
      old,
      response,
      NtlmHash.utf16(account.domain()),
      NtlmHash.utf16(account.username()),
      new byte[0],
      new byte[0]
    };
    return written(payload, challenge.flags() & (WANTED | TARGET_INFO));
  }

  /** The proof, and what it is about. */
  static byte[] response(byte[] key, byte[] challenge, byte[] about) {
    byte[] proof = NtlmHash.hmac(key, challenge, about);
    return ByteBuffer.allocate(proof.length + about.length).put(proof).put(about).array();
  }

  /** What version 2 signs besides the challenge (section 3.3.2). */
  static byte[] temp(byte[] when, byte[] nonce, byte[] pairs) {
    return little(28 + pairs.length + 4)
        .put((byte) 1)
        .put((byte) 1)
        .putShort((short) 0)
        .putInt(0)
        .put(when)
        .put(nonce)
        .putInt(0)
        .put(pairs)
        .putInt(0)
        .array();
  }

  private static byte[] pairs(Map<Integer, byte[]> facts) {
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    facts.forEach((attribute, value) -> {
      pairs.writeBytes(
          little(4).putShort(attribute.shortValue()).putShort((short) value.length).array());
      pairs.writeBytes(value);
    });
    pairs.writeBytes(new byte[4]);
    return pairs.toByteArray();
  }

  private static byte[] written(byte[][] payload, int flags) {
    int header = 12 + FIELDS * 8 + 4;
    int size = header;
    for (byte[] part : payload) {
      size += part.length;
    }
    byte[] bytes = new byte[size];
    ByteBuffer message =
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(SIGNATURE).putInt(3);
    int offset = header;
    for (byte[] part : payload) {
      message.putShort((short) part.length).putShort((short) part.length).putInt(offset);
      offset += part.length;
    }
    message.putInt(flags);
    for (byte[] part : payload) {
      message.put(part);
    }
    return bytes;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
