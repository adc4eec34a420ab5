package io.keyarbor.template;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of templates may come from anyone. What lies there is told of and left out, soon, and
 * what is sound beside it works.
 */
class HostileFilesTest {
  private static final String SOUND =
      """
      {"service_type": "hyperdrive", "required_fields": [{"name": "key", "type": "password"}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void aSoundTemplateLiesBeside() throws Exception {
    Files.writeString(folder.resolve("sound.json"), SOUND);
  }

  /** The first fault that is told of a file with this content. */
  private String fault(byte[] content) throws Exception {
    Files.write(folder.resolve("hostile.json"), content);
    return fault();
  }

  private String fault(String content) throws Exception {
    return fault(content.getBytes(UTF_8));
  }

  private String fault() {
    List<TemplateFault> faults = faults();
    assertTrue(faults.size() >= 1 && faults.size() <= 20, faults.toString());
    assertEquals(folder.resolve("hostile.json").toString(), faults.getFirst().file());
    return faults.getFirst().message();
  }

  private List<TemplateFault> faults() {
    Catalogue catalogue =
        assertTimeoutPreemptively(ofSeconds(30), () -> JsonCatalogue.load(folder));
    assertTrue(catalogue.find("hyperdrive").isPresent());
    assertEquals(JsonCatalogue.bundled().all().size() + 1, catalogue.all().size());
    return catalogue.faults();
  }

  @Test
  void aFileOfAHundredMegabytesIsNotRead() throws Exception {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("hostile.json").toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }
    assertEquals("found a file of more than 1048576 bytes, expected a smaller one", fault());
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    String pipe = folder.resolve("hostile.json").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
    assertEquals("found something that is no regular file", fault());
  }

  @Test
  void aLinkThatEndsNowhereIsNotFollowedForEver() throws Exception {
    Files.createSymbolicLink(folder.resolve("hostile.json"), Path.of("hostile.json"));
    assertEquals("found something that is no regular file", fault());
  }

  @Test
  void aLinkToADeviceWithoutEndIsNotRead() throws Exception {
    Files.createSymbolicLink(folder.resolve("hostile.json"), Path.of("/dev/zero"));
    assertEquals("found something that is no regular file", fault());
  }

  @Test
  void aFolderThatHoldsItselfIsSeenOnce() throws Exception {
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertEquals(List.of(), faults());
  }

  @Test
  void aFolderOfTooManyFilesIsReadInPart() throws Exception {
    for (int i = 0; i < 600; i++) {
      Files.createFile(folder.resolve("zz" + i + ".json"));
    }
    assertTrue(
        faults().stream()
            .anyMatch(
                f -> f.message().equals("found more than 500 templates; the rest is left out")));
  }

  @Test
  void nestingIsRefusedWhereItGetsTooDeep() throws Exception {
    String message = fault("{\"required_fields\":" + "[".repeat(500_000));
    assertEquals(
        "found no well-formed JSON: Document nesting depth (33) exceeds the maximum allowed (32)",
        message);
  }

  @Test
  void aMillionKeysAreRefused() throws Exception {
    String keys =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "\"" + i + "\":0")
            .collect(Collectors.joining(","));
    String message = fault("{" + keys + "}");
    assertEquals("found a file of more than 1048576 bytes, expected a smaller one", message);
  }

  @Test
  void asManyKeysAsFitIntoAFileAreRefused() throws Exception {
    String keys =
        IntStream.range(0, 110_000)
            .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":0")
            .collect(Collectors.joining(","));
    String message = fault("{\"env\":{" + keys + "}}");
    assertTrue(message.contains("exceeds the maximum allowed (200000)"), message);
  }

  @Test
  void theSameKeyTwiceIsRefused() throws Exception {
    String message =
        fault(SOUND.replace("{\"service_type\"", "{\"service_type\": \"a\", \"service_type\""));
    assertTrue(message.contains("Duplicate Object property \"service_type\""), message);
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    byte[] broken = SOUND.getBytes(UTF_8);
    broken[SOUND.indexOf("hyper")] = (byte) 0xff;
    String message = fault(broken);
    assertEquals("found bytes that are no text in UTF-8", message);
  }

  @Test
  void textThatUsesMoreBytesThanItNeedsIsRefused() throws Exception {
    // A slash written in two bytes, which old programs took for none.
    byte[] broken = SOUND.replace("hyper", "\u0000\u0000per").getBytes(UTF_8);
    int at = SOUND.indexOf("hyper");
    broken[at] = (byte) 0xc0;
    broken[at + 1] = (byte) 0xaf;
    String message = fault(broken);
    assertEquals("found bytes that are no text in UTF-8", message);
  }

  @Test
  void anotherEncodingIsNotGuessedAt() throws Exception {
    assertTrue(fault(SOUND.getBytes(UTF_16LE)).contains("CTRL-CHAR, code 0"));
    assertEquals("found bytes that are no text in UTF-8", fault(SOUND.getBytes(UTF_16)));
  }

  @Test
  void theMarkThatSomeEditorsPutBeforeTheTextIsPassedOver() throws Exception {
    Files.writeString(
        folder.resolve("marked.json"), "\uFEFF" + SOUND.replace("hyperdrive", "marked"));
    assertTrue(JsonCatalogue.load(folder).find("marked").isPresent());
  }

  @Test
  void theByteZeroIsRefusedWhereverItStands() throws Exception {
    assertTrue(fault(new byte[1000]).startsWith("found no well-formed JSON"));
    String within = fault(SOUND.replace("hyperdrive", "hyper\u0000drive"));
    assertTrue(within.contains("CTRL-CHAR, code 0"), within);
    String escaped = fault(SOUND.replace("hyperdrive", "hyper\\u0000drive"));
    assertTrue(escaped.startsWith("found \"hyper"), escaped);
    assertEquals(1, escaped.lines().count());
  }

  @Test
  void anExpressionThatCouldRunForEverEndsSoon() throws Exception {
    String hostile = "{\"pattern\": \"(?:(?:a+)+)+(?:a|a|aa)*b\", \"field\": \"key\"}";
    Files.writeString(
        folder.resolve("slow.json"),
        SOUND
            .replace("hyperdrive", "slow")
            .replaceFirst(
                "}]}",
                "}], \"recognise\": ["
                    + String.join(",", Collections.nCopies(32, hostile))
                    + "]}"));
    char[] key = new char[BoundedRegex.MAX_INPUT];
    Arrays.fill(key, 'a');
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertTrue(catalogue.find("slow").isPresent());
    assertEquals(
        List.of(),
        assertTimeoutPreemptively(ofSeconds(30), () -> new KeyRecogniser(catalogue).recognise(key))
            .stream()
            .filter(g -> g.template().serviceType().equals("slow"))
            .toList());
  }

  @Test
  void anExpressionThatWouldTakeAllMemoryIsRefused() throws Exception {
    assertEquals(
        "found an expression that repeats too much",
        fault(
            SOUND.replaceFirst(
                "}]}",
                "}], \"recognise\": [{\"field\": \"key\", \"pattern\": \"((a{1000}){1000}){1000}\"}]}")));
  }

  @Test
  void aFaultDeepBelowLongNamesIsFoundWithoutAllMemory() throws Exception {
    String name = "\"" + "n".repeat(1000) + "\":";
    String deep = ("{" + name).repeat(29) + "[" + "0,".repeat(190_000) + "0]" + "}".repeat(29);
    String message =
        fault("{\"service_type\": 7, \"required_fields\": [], \"probe\": " + deep + "}");
    assertTrue(message.length() < 1000, message);
  }
}
