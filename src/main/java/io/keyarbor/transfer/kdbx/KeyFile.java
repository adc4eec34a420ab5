package io.keyarbor.transfer.kdbx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * A file that opens a database: KeePass's XML of version 1 or 2, 32 bytes, 64 hexadecimal digits,
 * or any other file, of which the hash is the key.
 */
final class KeyFile {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int KEY_BYTES = 32;
  private static final int CHECK_BYTES = 4;
  private static final int MOST_DEPTH = 8;

  private String version = "";
  private String check = "";
  private char[] data = {};

  private KeyFile() {}

  /** Its 32 bytes, for the caller to wipe. */
  static byte[] read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new KdbxException("its key file " + file + " cannot be read");
    }
    try {
      if (bytes.length > MOST_BYTES) {
        throw new KdbxException("its key file " + file + " is longer than 16 MiB");
      }
      return key(bytes, file);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] key(byte[] bytes, Path file) throws KdbxException {
    Optional<KeyFile> xml = xml(bytes);
    if (xml.isPresent()) {
      return xml.get().key(file);
    }
    if (bytes.length == KEY_BYTES) {
      return bytes.clone();
    }
    if (bytes.length == 2 * KEY_BYTES) {
      try {
        return hex(StandardCharsets.ISO_8859_1.decode(java.nio.ByteBuffer.wrap(bytes)).array());
      } catch (IllegalArgumentException e) {
        // 64 bytes of another kind are a file like any other.
      }
    }
    return Hashes.sha256(bytes);
  }

  /** Empty if it is no key file in XML. */
  private static Optional<KeyFile> xml(byte[] bytes) {
    KeyFile file = new KeyFile();
    try {
      XmlCursor xml =
          new XmlCursor(new ByteArrayInputStream(bytes), InnerStream.of(0, bytes), MOST_DEPTH);
      xml.document(
          "KeyFile",
          part ->
              xml.children(name -> {
                switch (part + "/" + name) {
                  case "Meta/Version" -> file.version = xml.text().strip();
                  case "Key/Data" -> {
                    file.check = xml.attribute("Hash").strip();
                    file.data = ((Value.Open) xml.value()).take();
                  }
                  default -> xml.skip();
                }
              }));
      return Optional.of(file);
    } catch (IOException | XMLStreamException e) {
      return Optional.empty();
    }
  }

  private byte[] key(Path file) throws KdbxException {
    try {
      byte[] key = version.startsWith("1.") ? Base64Text.decode(data) : hex(data);
      boolean whole =
          check.isEmpty()
              || check.equalsIgnoreCase(
                  HexFormat.of().formatHex(Hashes.sha256(key), 0, CHECK_BYTES));
      if (whole
          && key.length == KEY_BYTES
          && (version.startsWith("1.") || version.startsWith("2."))) {
        return key;
      }
      Arrays.fill(key, (byte) 0);
    } catch (IllegalArgumentException e) {
      // Told below, like any other damage.
    }
    throw new KdbxException(
        "its key file " + file + " is damaged or newer than version 2; take another copy of it");
  }

  /** Decodes and wipes digits, which may be broken into groups. */
  private static byte[] hex(char[] digits) {
    int length = 0;
    for (char c : digits) {
      if (c > ' ') {
        digits[length++] = c;
      }
    }
    try {
      return HexFormat.of().parseHex(digits, 0, length);
    } finally {
      Arrays.fill(digits, '\0');
    }
  }
}
