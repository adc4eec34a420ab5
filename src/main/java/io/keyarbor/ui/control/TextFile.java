package io.keyarbor.ui.control;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a person's text file, e.g. a private key, without leaving its content in the heap. */
public final class TextFile {
  private TextFile() {}

  /**
   * The file's UTF-8 text, for the caller to close. Reads the disk, so not for the JavaFX thread.
   *
   * @param limit most bytes the file may have
   * @throws IOException with a message for a person, if it cannot be read, is larger, or is not
   *     text
   */
  public static Secret read(Path file, int limit) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException("There is no file " + file + ".");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is not a file that can be read. Choose another one.");
    }
    byte[] read = new byte[(int) Math.min(Files.size(file), limit) + 1];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(read, 0, read.length);
      if (length > limit) {
        throw new IOException(file + " is too large: at most " + limit + " bytes are taken.");
      }
      if (length == read.length) {
        throw new IOException(file + " grew while it was read. Try again.");
      }
      requireText(file, ByteBuffer.wrap(read, 0, length));
      return Secret.take(Arrays.copyOf(read, length));
    } finally {
      Arrays.fill(read, (byte) 0);
    }
  }

  private static void requireText(Path file, ByteBuffer bytes) throws IOException {
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var result = decoder.decode(bytes, chars, true);
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not a text file. Give the text (PEM) form of it.", e);
    } finally {
      Arrays.fill(chars.array(), '\0');
    }
  }
}
