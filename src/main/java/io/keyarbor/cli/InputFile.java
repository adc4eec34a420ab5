package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads what may hold secrets. */
final class InputFile {
  private InputFile() {}

  /**
   * All of a file, for the caller to close.
   *
   * @throws CommandFault if it is a folder, or longer than {@code most} bytes
   */
  static Secret read(Path file, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw CommandFault.usage(Printable.of(file.toString()) + " is a folder. Name a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), most);
    }
  }

  /** All of a stream. */
  static Secret read(InputStream in, String name, int most) throws IOException {
    try (WipedText all = new WipedText();
        WipedChunk chunk = new WipedChunk()) {
      for (int n = in.read(chunk.bytes); n >= 0; n = in.read(chunk.bytes)) {
        all.write(chunk.bytes, 0, n);
        if (all.size() > most) {
          throw CommandFault.usage(
              Printable.of(name) + " is longer than " + most + " bytes, the most that is read.");
        }
      }
      return Secret.take(all.toByteArray());
    }
  }

  /** Room for a piece. */
  private static final class WipedChunk implements AutoCloseable {
    private final byte[] bytes = new byte[8192];

    @Override
    public void close() {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
