package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
    Secret content = BoundedFile.read(file, limit);
    try {
      content.<Void, IOException>use(bytes -> {
        requireText(file, ByteBuffer.wrap(bytes));
        return null;
      });
      return content;
    } catch (IOException e) {
      content.close();
      throw e;
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
      throw new IOException(tr("{0} is not a text file. Give the text (PEM) form of it.", file), e);
    } finally {
      Arrays.fill(chars.array(), '\0');
    }
  }
}
