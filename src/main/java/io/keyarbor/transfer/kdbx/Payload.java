package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.kdbx.Limits.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;

/**
 * The decrypted part of a file, as a stream.
 *
 * @param blocks what {@code xml} is made of, to be read to its end
 * @param headerHash what the XML must say of the header, in Base64; empty where an HMAC proved it
 */
record Payload(
    InputStream xml,
    InputStream blocks,
    InnerStream inner,
    Attachments attachments,
    Optional<String> headerHash)
    implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int START_BYTES = 32;
  private static final int INNER_END = 0;
  private static final int INNER_STREAM = 1;
  private static final int INNER_KEY = 2;
  private static final int INNER_BINARY = 3;
  private static final int MOST_INNER_BYTES = 1024;

  /** What opening needs at each of its steps. */
  private record Opening(Header header, InputStream in, Secret key, Budget budget) {}

  /**
   * Reads up to the XML.
   *
   * @param in closed by closing the payload
   * @param key the password and the key file as one
   */
  static Payload open(InputStream in, Secret key, Budget budget) throws IOException {
    Header header = Header.read(in);
    Opening opening = new Opening(header, in, key, budget);
    return header.isVersion4() ? version4(opening) : version3(opening);
  }

  private static Payload version3(Opening opening) throws IOException {
    Header header = opening.header();
    byte[] start = header.bytes(Header.START_BYTES, START_BYTES);
    InnerStream inner =
        InnerStream.of(header.number(Header.INNER_STREAM), header.bytes(Header.STREAM_KEY, 32));
    InputStream plain;
    try (Secret derived = header.kdf(opening.budget.limits()).derive(opening.key)) {
      plain = decrypted(header, derived, opening.in);
    }
    if (!MessageDigest.isEqual(start, start(plain))) {
      throw KdbxException.wrongKey();
    }
    InputStream blocks = BlockInput.hashed(plain);
    return new Payload(
        unpacked(opening, blocks),
        blocks,
        inner,
        new Attachments(),
        Optional.of(Base64.getEncoder().encodeToString(Hashes.sha256(header.read()))));
  }

  /** The first bytes. With a wrong key a short file does not even end as it should. */
  private static byte[] start(InputStream plain) throws IOException {
    try {
      return LittleEndian.read(plain, START_BYTES);
    } catch (IOException e) {
      throw KdbxException.wrongKey();
    }
  }

  private static Payload version4(Opening opening) throws IOException {
    Header header = opening.header();
    byte[] bytes = header.read();
    if (!MessageDigest.isEqual(
        LittleEndian.read(opening.in, Hashes.LENGTH), Hashes.sha256(bytes))) {
      throw KdbxException.damaged("its header");
    }
    Kdf kdf = header.kdf(opening.budget.limits());
    byte[] code = LittleEndian.read(opening.in, Hashes.LENGTH);
    try (Secret derived = kdf.derive(opening.key)) {
      BlockKeys keys = BlockKeys.of(header.masterSeed(), derived);
      if (!MessageDigest.isEqual(code, keys.code(BlockKeys.HEADER, bytes))) {
        keys.close();
        throw KdbxException.wrongKey();
      }
      InputStream blocks = BlockInput.authenticated(opening.in, keys);
      Attachments attachments = new Attachments();
      try {
        InputStream xml = unpacked(opening, decrypted(header, derived, blocks));
        InnerStream inner = innerHeader(xml, attachments, opening.budget);
        return new Payload(xml, blocks, inner, attachments, Optional.empty());
      } catch (IOException e) {
        attachments.close();
        blocks.close();
        throw e;
      }
    }
  }

  private static InputStream decrypted(Header header, Secret derived, InputStream in)
      throws IOException {
    OuterCipher cipher = header.cipher();
    byte[] seed = header.masterSeed();
    byte[] iv = header.bytes(Header.IV, cipher.ivBytes());
    try (Secret key = derived.use(bytes -> Secret.take(Hashes.sha256(seed, bytes)))) {
      return new CipherInputStream(in, cipher.start(Cipher.DECRYPT_MODE, key, iv));
    }
  }

  private static InputStream unpacked(Opening opening, InputStream in) throws IOException {
    InputStream plain = opening.header().isCompressed() ? new GZIPInputStream(in, BUFFER) : in;
    return new BoundedInput(plain, opening.budget.limits().payloadBytes());
  }

  private static InnerStream innerHeader(InputStream in, Attachments attachments, Budget budget)
      throws IOException {
    int kind = 0;
    byte[] key = {};
    int count = 0;
    while (true) {
      int id = LittleEndian.readByte(in);
      int length = LittleEndian.readInt(in);
      if (length < 0 || (id != INNER_BINARY && length > MOST_INNER_BYTES)) {
        throw KdbxException.damaged("its inner header");
      }
      switch (id) {
        case INNER_END -> {
          LittleEndian.read(in, length);
          InnerStream stream = InnerStream.of(kind, key);
          Arrays.fill(key, (byte) 0);
          return stream;
        }
        case INNER_STREAM -> kind = length == Integer.BYTES ? LittleEndian.readInt(in) : -1;
        case INNER_KEY -> key = LittleEndian.read(in, length);
        case INNER_BINARY -> attachments.put(Integer.toString(count++), binary(in, length, budget));
        default -> LittleEndian.read(in, length);
      }
    }
  }

  /** The bytes after one of flags. */
  private static Value binary(InputStream in, int length, Budget budget) throws IOException {
    if (length == 0 || length - 1 > Draft.MOST_BYTES) {
      budget.item();
      in.skipNBytes(length);
      return new Value.TooLong();
    }
    budget.item(length);
    LittleEndian.readByte(in);
    return new Value.Hidden(Secret.take(LittleEndian.read(in, length - 1)));
  }

  /** Reads what is left, so that every block has been proven whole. */
  void finish() throws IOException {
    blocks.transferTo(java.io.OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    attachments.close();
    xml.close();
  }
}
