package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;

/**
 * A database of any content, sealed as it should be with {@link Given#PASSWORD}: what somebody who
 * knows the password could send. Of {@code [[text]]} it makes a protected value's Base64.
 */
final class Forged {
  private static final Pattern PROTECTED = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final byte[] SEED = new byte[32];
  private static final byte[] STREAM_KEY = new byte[32];
  private static final byte[] START =
      "visibly fake start of 32 bytes..".getBytes(StandardCharsets.US_ASCII);
  private static final int SALSA20 = 2;

  private OuterCipher cipher = OuterCipher.AES;
  private boolean packed = true;
  private VariantDictionary kdf =
      new VariantDictionary().put("$UUID", Kdf.AES).put("R", 2L).put("S", SEED);

  Forged with(OuterCipher next) {
    cipher = next;
    return this;
  }

  Forged with(VariantDictionary next) {
    kdf = next;
    return this;
  }

  Forged unpacked() {
    packed = false;
    return this;
  }

  /** An XML document with one entry of those strings and binaries. */
  static String entry(String inside) {
    return root("<Group><Name>Root</Name><Entry>" + inside + "</Entry></Group>");
  }

  static String root(String inside) {
    return "<KeePassFile><Meta/><Root>" + inside + "</Root></KeePassFile>";
  }

  static String string(String key, String value) {
    return "<String><Key>" + key + "</Key><Value>" + value + "</Value></String>";
  }

  /** A string whose value is protected. */
  static String hidden(String key, String value) {
    return "<String><Key>"
        + key
        + "</Key><Value Protected=\"True\">[["
        + value
        + "]]</Value></String>";
  }

  Path version4(Path file, String xml, byte[]... binaries) throws IOException {
    return version4(
        file,
        out -> {
          inner(out, 1, LittleEndian.ofInt(SALSA20));
          inner(out, 2, STREAM_KEY);
          for (byte[] binary : binaries) {
            out.write(3);
            out.write(LittleEndian.ofInt(binary.length + 1));
            out.write(0);
            out.write(binary);
          }
          inner(out, 0);
          out.write(sealed(xml));
        });
  }

  /** What is encrypted. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  Path version4(Path file, Content content) throws IOException {
    byte[] header = header().put(Header.KDF, kdf.write()).write();
    try (OutputStream out = Files.newOutputStream(file);
        Secret password = Given.secret(Given.PASSWORD);
        Secret key = CompositeKey.of(password)) {
      out.write(header);
      out.write(Hashes.sha256(header));
      Secret derived = derived(key);
      BlockKeys keys = BlockKeys.of(SEED, derived);
      out.write(keys.code(BlockKeys.HEADER, header));
      try (OutputStream payload = payload(new BlockOutput(out, keys), derived)) {
        content.write(payload);
      }
    }
    return file;
  }

  /** The same of version 3; a document whose {@code Meta} is empty gets the header's hash there. */
  Path version3(Path file, String xml) throws IOException {
    byte[] header = header3();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (OutputStream packing = packed ? new GZIPOutputStream(plain) : plain) {
      packing.write(sealed(xml.replace("<Meta/>", headerHash(header))));
    }
    try (OutputStream out = Files.newOutputStream(file);
        Secret password = Given.secret(Given.PASSWORD);
        Secret key = CompositeKey.of(password)) {
      out.write(header);
      try (OutputStream encrypted =
          new CipherOutputStream(out, started(Kdf.Aes.of(2, SEED, Limits.USUAL).derive(key)))) {
        encrypted.write(START);
        block(encrypted, 0, plain.toByteArray());
        block(encrypted, 1, new byte[0]);
      }
    }
    return file;
  }

  /** Real files of version 3 have it. */
  private static String headerHash(byte[] header) {
    String hash = Base64.getEncoder().encodeToString(Hashes.sha256(header));
    return "<Meta><HeaderHash>" + hash + "</HeaderHash></Meta>";
  }

  private static void block(OutputStream out, int index, byte[] bytes) throws IOException {
    out.write(LittleEndian.ofInt(index));
    out.write(bytes.length == 0 ? new byte[Hashes.LENGTH] : Hashes.sha256(bytes));
    out.write(LittleEndian.ofInt(bytes.length));
    out.write(bytes);
  }

  private Header header() {
    return Header.version4()
        .put(Header.CIPHER, Header.bytes(cipher.id()))
        .put(Header.COMPRESSION, LittleEndian.ofInt(packed ? 1 : 0))
        .put(Header.MASTER_SEED, SEED)
        .put(Header.IV, new byte[cipher.ivBytes()]);
  }

  /** The same fields as version 3 has them: lengths are shorter by two bytes. */
  private byte[] header3() throws IOException {
    byte[] four =
        header()
            .put(Header.TRANSFORM_SEED, SEED)
            .put(Header.TRANSFORM_ROUNDS, LittleEndian.ofLong(2))
            .put(Header.STREAM_KEY, STREAM_KEY)
            .put(Header.START_BYTES, START)
            .put(Header.INNER_STREAM, LittleEndian.ofInt(SALSA20))
            .write();
    ByteArrayOutputStream three = new ByteArrayOutputStream();
    three.write(four, 0, 8);
    three.write(new byte[] {1, 0, 3, 0});
    for (int at = 12; at < four.length; ) {
      int length = LittleEndian.buffer(four).getInt(at + 1);
      three.write(four, at, 3);
      three.write(four, at + 5, length);
      at += 5 + length;
    }
    return three.toByteArray();
  }

  private Secret derived(Secret key) throws IOException {
    // A cost beyond the limits is told before the key is ever used.
    Limits any = new Limits(1 << 30, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0, 0, 0);
    boolean cheap =
        kdf.bytes("$UUID").filter(b -> Arrays.equals(b, Header.bytes(Kdf.AES))).isPresent()
            && kdf.number("R") <= 2;
    return cheap ? Kdf.of(kdf, any).derive(key) : Given.secret(new byte[32]);
  }

  private OutputStream payload(OutputStream blocks, Secret derived) throws IOException {
    OutputStream encrypted = new CipherOutputStream(blocks, started(derived));
    return packed ? new GZIPOutputStream(encrypted, 64 * 1024) : encrypted;
  }

  private Cipher started(Secret derived) {
    Secret key = derived.use(bytes -> Secret.take(Hashes.sha256(SEED, bytes)));
    return cipher.start(Cipher.ENCRYPT_MODE, key, new byte[cipher.ivBytes()]);
  }

  private static void inner(OutputStream out, int id, byte... value) throws IOException {
    out.write(id);
    out.write(LittleEndian.ofInt(value.length));
    out.write(value);
  }

  private static byte[] sealed(String xml) throws IOException {
    InnerStream stream = InnerStream.of(SALSA20, STREAM_KEY);
    Matcher values = PROTECTED.matcher(xml);
    StringBuilder sealed = new StringBuilder();
    while (values.find()) {
      byte[] bytes = values.group(1).getBytes(StandardCharsets.UTF_8);
      stream.apply(bytes);
      values.appendReplacement(sealed, Base64.getEncoder().encodeToString(bytes));
    }
    return values.appendTail(sealed).toString().getBytes(StandardCharsets.UTF_8);
  }
}
