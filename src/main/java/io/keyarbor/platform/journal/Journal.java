package io.keyarbor.platform.journal;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The log: lines of a time, an {@link Event} and a word of the program. No method takes a text of a
 * person, so none can get in. Two files of at most {@value #LARGEST} bytes, of which the older one
 * goes. Safe for any thread; where the disk refuses, the line is lost and nothing else.
 */
public final class Journal {
  /** Most bytes of one file. */
  public static final int LARGEST = 256 << 10;

  private final Path folder;
  private final Clock clock;

  /** A log in {@code folder}, which is made when there is something to write. */
  public Journal(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Where its files lie. */
  public Path folder() {
    return folder;
  }

  /** Something happened. */
  public void note(Event event) {
    write(event.name());
  }

  /** Something happened, of some kind. */
  public void note(Event event, Enum<?> kind) {
    write(event + " " + kind.name());
  }

  /** The app started: with which versions. */
  public void started() {
    String version = Journal.class.getPackage().getImplementationVersion();
    write(
        "%s %s java=%s os=%s"
            .formatted(
                Event.STARTED,
                version == null ? "unpackaged" : version,
                Runtime.version().feature(),
                System.getProperty("os.name").replace(' ', '-')));
  }

  /** Something failed in a way that was not foreseen. Its message is left out: it may say names. */
  public void failed(Throwable failure) {
    write(Event.FAILED + " " + ErrorCode.of(failure));
  }

  private synchronized void write(String words) {
    String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + words + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      PrivateFile.createFolder(folder);
      if (Files.exists(current()) && Files.size(current()) + bytes.length > LARGEST) {
        Files.move(current(), older(), StandardCopyOption.REPLACE_EXISTING);
      }
      try (FileChannel out = PrivateFile.open(current())) {
        out.position(out.size());
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
      }
    } catch (IOException e) {
      // A log is not worth an error of its own.
    }
  }

  /** All lines, the oldest first. */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Path file : List.of(older(), current())) {
      try {
        // Whatever else wrote into it, a line is shown as text and nothing more.
        lines.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
      } catch (NoSuchFileException e) {
        // Nothing was written yet, or it was cleared.
      } catch (IOException e) {
        lines.add("The log could not be read: check who may read " + file);
      }
    }
    return lines;
  }

  /**
   * Deletes all lines.
   *
   * @throws IOException if the disk refuses
   */
  public synchronized void clear() throws IOException {
    Files.deleteIfExists(older());
    Files.deleteIfExists(current());
  }

  private Path current() {
    return folder.resolve("keyarbor.log");
  }

  private Path older() {
    return folder.resolve("keyarbor.1.log");
  }
}
