package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;

/** Reads a person's file of any kind without leaving its content in the heap. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * The file's bytes, for the caller to close. Reads the disk, so not for the JavaFX thread.
   *
   * @param limit most bytes the file may have
   * @throws IOException with a message for a person, if it cannot be read or is larger
   */
  public static Secret read(Path file, int limit) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(tr("There is no file {0}.", file));
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(tr("{0} is not a file that can be read. Choose another one.", file));
    }
    try {
      return content(file, limit);
    } catch (AccessDeniedException e) {
      throw new IOException(
          tr("You may not read {0}. Change its rights, or choose another one.", file), e);
    }
  }

  private static Secret content(Path file, int limit) throws IOException {
    byte[] read = new byte[(int) Math.min(Files.size(file), limit) + 1];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(read, 0, read.length);
      if (length > limit) {
        throw new IOException(
            tr(
                "{0} is too large: at most {1} bytes are taken.",
                file, NumberFormat.getIntegerInstance().format(limit)));
      }
      if (length == read.length) {
        throw new IOException(tr("{0} grew while it was read. Try again.", file));
      }
      return Secret.take(Arrays.copyOf(read, length));
    } finally {
      Arrays.fill(read, (byte) 0);
    }
  }
}
