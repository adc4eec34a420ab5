package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.ImportFormat.Needs;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.kdbx.Given.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * A damaged file is told as such, or damage that changes nothing goes unseen; there is no third
 * way.
 */
class KdbxDamageTest {
  private static final String MARK = "visibly-fake-mark";

  private static Path folder;
  private static byte[] version3;
  private static byte[] version4;
  private static Content content;

  @BeforeContainer
  static void write() throws Exception {
    folder = Files.createTempDirectory("keyarbor");
    String xml =
        Forged.root(
            "<Group><Name>Root</Name><Group><Name>Web</Name><Entry>"
                + Forged.string("Title", "x")
                + Forged.hidden("Password", MARK)
                + "</Entry></Group></Group>");
    version3 = Files.readAllBytes(new Forged().version3(file("3"), xml));
    version4 = Files.readAllBytes(new Forged().version4(file("4"), xml));
    content = Given.read(file("4"));
    assertEquals(MARK, content.of("x").secret("password"));
    assertEquals(content, Given.read(file("3")));
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Path file(String name) {
    return folder.resolve(name + ".kdbx");
  }

  @Provide
  Arbitrary<byte[]> wholes() {
    return Arbitraries.of(List.of(version3, version4));
  }

  /** Low limits: a flipped bit can ask for any cost. */
  private static void readDamaged(byte[] bytes) throws IOException {
    Path file = Files.write(file("damaged"), bytes);
    Limits low = new Limits(1024, 4096, 100_000, 1 << 20, 1 << 20, 1 << 20, 1000, 10);
    try {
      assertEquals(content, Given.read(file, Given.PASSWORD, Optional.empty(), low));
    } catch (TransferException e) {
      assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
      assertFalse(e.getMessage().contains(MARK), e.getMessage());
    }
  }

  @Property(tries = 600)
  void aFlippedBitIsTold(@ForAll("wholes") byte[] whole, @ForAll @IntRange(max = 1 << 20) int at)
      throws IOException {
    byte[] flipped = whole.clone();
    flipped[at / 8 % flipped.length] ^= (byte) (1 << at % 8);
    readDamaged(flipped);
  }

  @Example
  void everyPrefixIsToldAsCutShort() throws IOException {
    for (byte[] whole : List.of(version3, version4)) {
      for (int length = 0; length < whole.length; length++) {
        Path file = Files.write(file("cut"), Arrays.copyOf(whole, length));
        TransferException fault =
            assertThrows(TransferException.class, () -> Given.read(file), "length " + length);
        assertTrue(fault.getMessage().startsWith(file + ": "), fault.getMessage());
      }
    }
  }

  @Property(tries = 100)
  void anyBytesAreTold(@ForAll byte[] bytes) throws IOException {
    readDamaged(bytes);
    byte[] started = Arrays.copyOf(version4, 12 + bytes.length);
    System.arraycopy(bytes, 0, started, 12, bytes.length);
    readDamaged(started);
  }

  @Property(tries = 100)
  void anyXmlBehindTheRightPasswordIsReadOrTold(@ForAll("xml") String xml) throws Exception {
    Path file = new Forged().version4(file("xml"), xml);
    try {
      Given.read(file);
    } catch (TransferException e) {
      assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    }
  }

  @Provide
  Arbitrary<String> xml() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "<KeePassFile>",
            "</KeePassFile>",
            "<Meta>",
            "</Meta>",
            "<Root>",
            "</Root>",
            "<Group>",
            "</Group>",
            "<Entry>",
            "</Entry>",
            "<String>",
            "</String>",
            "<Key>",
            "</Key>",
            "<Value>",
            "<Value Protected=\"True\">",
            "</Value>",
            "<History>",
            "</History>",
            "<Binary>",
            "<Binary ID=\"0\" Compressed=\"True\">",
            "</Binary>",
            "<Value Ref=\"0\"/>",
            "<Binaries>",
            "</Binaries>",
            "<Times>",
            "</Times>",
            "<Expires>True</Expires>",
            "<ExpiryTime>",
            "</ExpiryTime>",
            "Password",
            "AAAA",
            "!",
            "<![CDATA[x]]>",
            "<!--x-->",
            "<?x y?>",
            "&amp;",
            "&x;",
            "&#0;",
            "\0");
    Arbitrary<String> any = parts.list().ofMaxSize(20).map(p -> String.join("", p));
    return Arbitraries.oneOf(
        any,
        any.map(inside -> "<KeePassFile><Meta>" + inside + "</Meta></KeePassFile>"),
        any.map(inside -> Forged.root("<Group>" + inside + "</Group>")),
        any.map(Forged::entry),
        any.map(inside -> Forged.entry("<String>" + inside + "</String>")));
  }

  @Example
  void aWrongPasswordIsToldApartFromDamage() throws Exception {
    for (byte[] whole : List.of(version3, version4)) {
      Path file = Files.write(file("wrong"), whole);
      TransferException wrong =
          assertThrows(TransferException.class, () -> Given.read(file, "other", Optional.empty()));
      assertTrue(wrong.isWrongPassword());
      assertEquals(file + ": the password or the key file does not open it.", wrong.getMessage());

      byte[] damaged = whole.clone();
      damaged[damaged.length - 60] ^= 1;
      Files.write(file, damaged);
      TransferException damage = assertThrows(TransferException.class, () -> Given.read(file));
      assertFalse(damage.isWrongPassword(), damage.getMessage());
    }
    byte[] header = version4.clone();
    header[40] ^= 1;
    Path file = Files.write(file("wrong"), header);
    TransferException damage = assertThrows(TransferException.class, () -> Given.read(file));
    assertFalse(damage.isWrongPassword(), "a damaged header is no wrong password");
    assertEquals(
        file + ": its header is damaged; take an undamaged copy of it.", damage.getMessage());
  }

  @Example
  void aHeaderThatDoesNotBelongToItsContentIsToldInVersion3Too() throws Exception {
    String other = java.util.Base64.getEncoder().encodeToString(new byte[32]);
    String xml = "<KeePassFile><Meta><HeaderHash>" + other + "</HeaderHash></Meta></KeePassFile>";
    Path file = new Forged().version3(file("header"), xml);
    TransferException fault = assertThrows(TransferException.class, () -> Given.read(file));
    assertTrue(fault.getMessage().contains("its header is damaged"), fault.getMessage());
  }

  @Example
  void otherFilesAreToldByWhatTheyAre() throws Exception {
    byte[] keepass1 = version4.clone();
    keepass1[4] = 0x65;
    byte[] newer = version4.clone();
    newer[10] = 5;
    Map<String, byte[]> files =
        Map.of(
            "it is no KeePass database.", "any text at all".getBytes(StandardCharsets.UTF_8),
            "it is a database of KeePass 1; open it with KeePass or KeePassXC and save it as KDBX.",
                keepass1,
            "it is of KDBX version 5.0; versions 3 and 4 can be read, so save it as one of them.",
                newer);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = Files.write(file("other"), each.getValue());
      TransferException read = assertThrows(TransferException.class, () -> Given.read(file));
      TransferException looked =
          assertThrows(TransferException.class, () -> new KdbxImport().needs(file));
      assertEquals(file + ": " + each.getKey(), read.getMessage());
      assertEquals(read.getMessage(), looked.getMessage());
    }
    assertEquals(
        Needs.PASSWORD_OR_KEY_FILE, new KdbxImport().needs(Files.write(file("ok"), version4)));
    assertThrows(TransferException.class, () -> Given.read(folder));
    TransferException none =
        assertThrows(TransferException.class, () -> Given.read(folder.resolve("none")));
    assertTrue(none.getMessage().endsWith("none: there is no such file."));
  }
}
