package io.keyarbor.transfer.plain;

import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.draft;
import static io.keyarbor.transfer.TransferKit.password;
import static io.keyarbor.transfer.TransferKit.texts;
import static io.keyarbor.transfer.TransferKit.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sealed bundle: nothing readable, nothing changed unnoticed, faults told apart. */
class BundleFormatTest {
  private static final String TEXT = "fake-bundle-secret";
  private final ImportFormat bundles = FORMATS.toRead("keyarbor").orElseThrow();

  @TempDir Path folder;
  private byte[] bundle;

  @BeforeEach
  void write() throws Exception {
    List<Draft> drafts =
        List.of(draft("Shop", Map.of("url", "https://a.example"), "password", TEXT));
    try (Secret password = TestVaults.secret("right")) {
      bundle = written("keyarbor", drafts, Optional.of(password));
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.keyarbor-bundle"), bytes);
  }

  private TransferException fault(byte[] bytes, String password) throws IOException {
    Path file = file(bytes);
    return assertThrows(TransferException.class, () -> bundles.read(file, password(password)));
  }

  @Test
  void itOpensWithItsPasswordAndShowsNothingWithout() throws Exception {
    Path file = file(bundle);
    assertEquals("keyarbor", FORMATS.of(file).name());
    try (Reading reading = bundles.read(file, password("right"))) {
      assertEquals(Map.of("password", TEXT), texts(reading.drafts().getFirst()));
    }
    String raw = new String(bundle, StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains(TEXT) || raw.contains("Shop") || raw.contains("example"));
    assertTrue(
        assertThrows(TransferException.class, () -> bundles.read(file, Options.none()))
            .isWrongPassword());
  }

  @Test
  void aWrongPasswordIsNoDamage() throws Exception {
    TransferException fault = fault(bundle, "wrong-fake");
    assertTrue(fault.isWrongPassword());
    assertFalse(fault.getMessage().contains("wrong-fake"));
  }

  /** Of the check a change looks like a wrong password; everywhere else it is damage. */
  @Test
  void everyChangedByteIsNoticed() throws Exception {
    int check = BundleHeader.LENGTH;
    for (int i = 0; i < bundle.length; i += 7) {
      byte[] changed = bundle.clone();
      changed[i] ^= 0x10;
      TransferException fault = fault(changed, "right");
      boolean isInCheck = i >= check && i < check + 12 + 256 + 16;
      assertEquals(isInCheck, fault.isWrongPassword(), "byte " + i + ": " + fault.getMessage());
    }
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    for (int length = 0; length < bundle.length; length += 5) {
      assertFalse(fault(Arrays.copyOf(bundle, length), "right").isWrongPassword(), "at " + length);
    }
    assertFalse(fault(Arrays.copyOf(bundle, bundle.length + 1), "right").isWrongPassword());
  }

  /** Three pieces: one left out, or two changed round, is damage too. */
  @Test
  void piecesCannotBeMovedOrLeftOut() throws Exception {
    List<Draft> large =
        List.of(
            draft("A", Map.of(), "password", "a".repeat(900_000)),
            draft("B", Map.of(), "password", "b".repeat(900_000)),
            draft("C", Map.of(), "password", "c".repeat(900_000)));
    byte[] whole;
    try (Secret password = TestVaults.secret("right")) {
      whole = written("keyarbor", large, Optional.of(password));
    }
    try (Reading reading = bundles.read(file(whole), password("right"))) {
      assertEquals(3, reading.drafts().size());
    }
    int start = BundleHeader.LENGTH + 12 + 256 + 16;
    int piece = 4 + ByteBuffer.wrap(whole).getInt(start);
    byte[] without = new byte[whole.length - piece];
    System.arraycopy(whole, 0, without, 0, start);
    System.arraycopy(whole, start + piece, without, start, whole.length - start - piece);
    assertFalse(fault(without, "right").isWrongPassword());
    byte[] swapped = whole.clone();
    System.arraycopy(whole, start, swapped, start + piece, piece);
    System.arraycopy(whole, start + piece, swapped, start, piece);
    assertFalse(fault(swapped, "right").isWrongPassword());
    assertFalse(fault(Arrays.copyOf(whole, start + piece), "right").isWrongPassword());
  }

  @Test
  void aLaterVersionIsNamed() throws Exception {
    byte[] later = bundle.clone();
    ByteBuffer.wrap(later).putInt(BundleHeader.MAGIC.length, 2);
    assertTrue(fault(later, "right").getMessage().contains("later Keyarbor"));
  }

  @Test
  void anEmptyPasswordSealsNothing() {
    assertThrows(TransferException.class, () -> written("keyarbor", List.of(), Optional.empty()));
    assertThrows(
        TransferException.class,
        () -> written("keyarbor", List.of(), Optional.of(TestVaults.secret(""))));
  }
}
