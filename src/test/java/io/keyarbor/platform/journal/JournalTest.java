package io.keyarbor.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log says what happened, in bounded room, and nothing of a person. */
class JournalTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:00:00.123456Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private Journal journal() {
    return new Journal(folder.resolve("log"), CLOCK);
  }

  @Test
  void aLineIsATimeAndWordsOfTheProgram() {
    Journal journal = journal();
    assertEquals(List.of(), journal.lines());
    journal.started();
    journal.note(Event.UNLOCKED);
    journal.note(Event.AWAY, Thread.State.BLOCKED);
    List<String> lines = journal().lines();
    assertTrue(
        lines.get(0).matches("2026-11-21T08:00:00.123Z STARTED \\S+ java=\\d+ os=\\S+"),
        lines.get(0));
    assertEquals("2026-11-21T08:00:00.123Z UNLOCKED", lines.get(1));
    assertEquals("2026-11-21T08:00:00.123Z AWAY BLOCKED", lines.get(2));
  }

  @Test
  void ofAFailureItSaysThePlaceAndNotTheMessage() {
    Journal journal = journal();
    journal.failed(
        new IllegalStateException(
            "canary-name at canary.host.example",
            new IOException("/home/canary/file canary-secret")));
    String line = journal.lines().getFirst();
    assertTrue(line.matches("\\S+ FAILED IllegalStateException@JournalTest:\\d+"), line);
  }

  @Test
  void itIsForItsOwnerAloneAndNeverLargerThanTwoFiles() throws IOException {
    Journal journal = journal();
    journal.note(Event.STARTED);
    Path file = folder.resolve("log/keyarbor.log");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    byte[] lines = new byte[Journal.LARGEST - 10];
    Arrays.fill(lines, (byte) '\n');
    Files.write(file, lines);
    journal.note(Event.UNLOCKED);
    journal.note(Event.LOCKED);
    Path older = folder.resolve("log/keyarbor.1.log");
    assertEquals(lines.length, Files.size(older));
    assertEquals(2, Files.readString(file).lines().count());
    Files.write(file, lines);
    journal.note(Event.ENDED);
    assertTrue(Files.size(file) + Files.size(older) <= 2L * Journal.LARGEST);
    assertTrue(journal.lines().getLast().endsWith("ENDED"));
    journal.clear();
    assertEquals(List.of(), journal.lines());
  }

  @Test
  void aBrokenLogHarmsNothing() throws IOException {
    Files.createDirectories(folder.resolve("log/keyarbor.log"));
    Journal journal = journal();
    journal.note(Event.STARTED);
    assertFalse(journal.lines().isEmpty());
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.write(other.resolve("keyarbor.log"), new byte[] {(byte) 0xff, 0, 7, '\n'});
    Journal garbage = new Journal(other, CLOCK);
    garbage.note(Event.ENDED);
    assertTrue(garbage.lines().getLast().endsWith("ENDED"));
    assertTrue(
        Files.readString(other.resolve("keyarbor.log"), StandardCharsets.ISO_8859_1)
            .endsWith("ENDED\n"));
  }
}
