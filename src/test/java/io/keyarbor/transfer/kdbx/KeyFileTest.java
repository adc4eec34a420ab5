package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of key file that KeePass has had. */
class KeyFileTest {
  private static final byte[] KEY =
      "visibly fake key of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);
  private static final String HEX = HexFormat.of().formatHex(KEY);
  private static final String CHECK =
      HexFormat.of().formatHex(Hashes.sha256(KEY), 0, 4).toUpperCase(Locale.ROOT);

  @TempDir Path folder;

  private byte[] read(byte[] content) throws IOException {
    return KeyFile.read(Files.write(folder.resolve("it.key"), content));
  }

  private byte[] read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String xml(String version, String hash, String data) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <KeyFile>
      <Meta><Version>%s</Version></Meta>
      <Key><Data%s>%s</Data></Key>
    </KeyFile>
    """
        .formatted(version, hash.isEmpty() ? "" : " Hash=\"" + hash + "\"", data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.00"})
  void version1IsBase64(String version) throws IOException {
    assertArrayEquals(KEY, read(xml(version, "", Base64.getEncoder().encodeToString(KEY))));
  }

  @Test
  void version2IsHexadecimalInGroupsWithACheck() throws IOException {
    String groups = HEX.toUpperCase(Locale.ROOT).replaceAll("(.{8})", "$1 \n\t");
    assertArrayEquals(KEY, read(xml("2.0", CHECK, groups)));
    assertArrayEquals(KEY, read("\uFEFF" + xml("2.0", CHECK, groups)), "with a byte order mark");
  }

  @Test
  void aDamagedOneIsToldAndItsContentIsNot() {
    for (String damaged :
        new String[] {
          xml("2.0", CHECK, HEX.replace('7', '8')),
          xml("2.0", CHECK, HEX.substring(2)),
          xml("2.0", "", "no digits"),
          xml("1.0", "", "no base64!"),
          xml("3.0", CHECK, HEX)
        }) {
      KdbxException fault = assertThrows(KdbxException.class, () -> read(damaged));
      assertEquals(
          "its key file "
              + folder.resolve("it.key")
              + " is damaged or newer than version 2; take another copy of it",
          fault.getMessage());
      assertFalse(fault.isWrongKey());
    }
  }

  @Test
  void thirtyTwoBytesAndSixtyFourDigitsAreTheKey() throws IOException {
    assertArrayEquals(KEY, read(KEY));
    assertArrayEquals(KEY, read(HEX));
    assertArrayEquals(KEY, read(HEX.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any text",
        "",
        "<KeyFile>never ends",
        "<Other/>",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void ofAnyOtherFileTheHashIsTheKey(String content) throws IOException {
    assertArrayEquals(Hashes.sha256(content.getBytes(StandardCharsets.UTF_8)), read(content));
  }

  @Test
  void oneThatIsNotThereOrTooLongIsTold() {
    KdbxException missing =
        assertThrows(KdbxException.class, () -> KeyFile.read(folder.resolve("none")));
    assertEquals(
        "its key file " + folder.resolve("none") + " cannot be read", missing.getMessage());
    KdbxException huge =
        assertThrows(KdbxException.class, () -> read(new byte[16 * 1024 * 1024 + 1]));
    assertEquals(
        "its key file " + folder.resolve("it.key") + " is longer than 16 MiB", huge.getMessage());
  }
}
