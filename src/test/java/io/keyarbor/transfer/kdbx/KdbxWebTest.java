package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.kdbx.Given.Content;
import io.keyarbor.transfer.kdbx.Given.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of the npm package {@code kdbxweb}, in all the ways it can write them. */
@RequiresProgram(value = "node", folder = "src/test/node/node_modules/kdbxweb")
@Timeout(60)
class KdbxWebTest {
  @TempDir Path folder;

  private Path written(String how, Optional<Path> keyFile) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", "keepass.mjs"));
    command.addAll(List.of(how.split(" ", -1)));
    keyFile.ifPresent(file -> command.add(file.toString()));
    Path file = folder.resolve("db.kdbx");
    Path wrong = folder.resolve("wrong.txt");
    int code =
        new ProcessBuilder(command)
            .directory(Path.of("src/test/node").toFile())
            .redirectOutput(file.toFile())
            .redirectError(wrong.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(wrong));
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 Argon2id ChaCha20 GZip",
        "4 Argon2d Aes None",
        "4 Aes ChaCha20 None",
        "3 Aes Aes GZip"
      })
  void everyKindIsReadWhole(String how) throws Exception {
    Content content = Given.read(written(how, Optional.empty()));
    assertEquals(
        new Seen(
            List.of("Work", "Серверы"),
            "Шлюз 🚪",
            "generic-login",
            Map.of(
                "username",
                "user@example.com",
                "url",
                "https://gateway.example.com/",
                "Region",
                "eu-1"),
            Set.of("prod", "edge"),
            false,
            "two\nlines",
            Optional.of(LocalDate.of(2031, 5, 6)),
            content.of("Шлюз 🚪").bytes()),
        content.of("Шлюз 🚪"));
    Seen seen = content.of("Шлюз 🚪");
    assertEquals(Set.of("password", "API key", "totp", "file:blob.bin"), seen.bytes().keySet());
    assertEquals("visibly \"fake\" <密码> & 🔑", seen.secret("password"));
    assertEquals("visibly-fake-key", seen.secret("API key"));
    assertEquals("otpauth://totp/x?secret=VISIBLYFAKE", seen.secret("totp"));
    assertEquals("\0\1\2\u00FF", seen.bytes().get("file:blob.bin"));
    assertEquals(
        "visibly-fake-last",
        content.of("Last").secret("password"),
        "the key stream went on over what is not taken");
    assertEquals(
        List.of(
            new Skipped("Recycle Bin", "these entries were removed, and are not taken: 1"),
            new Skipped("History", "these are earlier states of entries, and are not taken: 1")),
        content.skipped());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 Argon2id Aes GZip", "3 Aes Aes None"})
  void aKeyFileIsAskedFor(String how) throws Exception {
    Path keyFile = Files.write(folder.resolve("any.bin"), new byte[] {1, 2, 3});
    Path file = written(how, Optional.of(keyFile));
    assertEquals(2, Given.read(file, Given.PASSWORD, Optional.of(keyFile)).drafts().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 Aes ChaCha20 GZip", "3 Aes Aes GZip"})
  void aFlippedBitIsToldOrChangesNothing(String how) throws Exception {
    Path file = written(how, Optional.empty());
    byte[] whole = Files.readAllBytes(file);
    Content content = Given.read(file);
    Limits low = new Limits(1024, 4096, 100_000, 1 << 20, 1 << 20, 1 << 20, 1000, 10);
    for (int bit = 0; bit < 8 * whole.length; bit += 61) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      try {
        assertEquals(content, Given.read(file, Given.PASSWORD, Optional.empty(), low));
      } catch (TransferException e) {
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
      }
    }
  }
}
