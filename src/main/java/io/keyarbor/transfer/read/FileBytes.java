package io.keyarbor.transfer.read;

import io.keyarbor.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads files whole, up to a limit, and leaves no copy behind. */
public final class FileBytes {
  /** The most bytes that a file may have: 256 MiB. */
  public static final int MOST = 256 << 20;

  private FileBytes() {}

  /**
   * All bytes of {@code file}, for the caller to wipe.
   *
   * @throws TransferException if it cannot be read, or has more than {@link #MOST}
   */
  public static byte[] of(Path file) throws TransferException {
    if (Files.isDirectory(file)) {
      throw new TransferException(file + " is a folder. Name a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      // One more than it should have, so that its end is seen without a larger array.
      return of(in, (int) Math.min(Files.size(file) + 1, MOST + 1L), MOST);
    } catch (TooLarge e) {
      throw new TransferException(
          file.getFileName()
              + " is larger than "
              + (MOST >> 20)
              + " MiB. Split it, then try again.");
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /**
   * The first bytes of {@code file}, at most {@code count}.
   *
   * @throws TransferException if it cannot be read
   */
  public static byte[] start(Path file, int count) throws TransferException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(count);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Its words may hold more than the name, so they are not told. */
  private static TransferException unreadable(Path file) {
    return new TransferException(
        Files.exists(file)
            ? file + " cannot be read. Check its mode and owner."
            : "There is no file " + file + ". Check its name.");
  }

  /** A stream has more bytes than it may have. */
  public static final class TooLarge extends IOException {
    private TooLarge() {
      super("too large");
    }
  }

  /**
   * All bytes of {@code in}, for the caller to wipe.
   *
   * @param expected how many there may be, a guess
   * @param most how many there may be at most
   * @throws TooLarge if there are more
   */
  public static byte[] of(InputStream in, int expected, int most) throws IOException {
    byte[] bytes = new byte[Math.clamp(expected, 1, most)];
    int length = 0;
    try {
      for (int read = 0; read >= 0; length += Math.max(read, 0)) {
        if (length == bytes.length) {
          int next = in.read();
          if (next < 0) {
            break;
          }
          bytes = grown(bytes, most);
          bytes[length++] = (byte) next;
        }
        read = in.read(bytes, length, bytes.length - length);
      }
      return Arrays.copyOf(bytes, length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] grown(byte[] bytes, int most) throws TooLarge {
    if (bytes.length >= most) {
      throw new TooLarge();
    }
    byte[] larger = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(8192, 2L * bytes.length)));
    Arrays.fill(bytes, (byte) 0);
    return larger;
  }

  /**
   * The text of {@code file}, for the caller to wipe: UTF-8, or UTF-16 with or without its mark.
   *
   * @throws TransferException if it cannot be read, is too large or no text
   */
  public static char[] text(Path file) throws TransferException {
    byte[] bytes = of(file);
    try {
      return text(bytes);
    } catch (CharacterCodingException e) {
      throw new TransferException(
          file.getFileName() + " is no text in UTF-8 or UTF-16. Save it as UTF-8, then try again.");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * The text of {@code bytes}, for the caller to wipe.
   *
   * @throws CharacterCodingException if they are no text
   */
  public static char[] text(byte[] bytes) throws CharacterCodingException {
    Charset charset = charset(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    try {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        result.throwException();
      }
      int from = out.position() > 0 && out.get(0) == '\uFEFF' ? 1 : 0;
      return Arrays.copyOfRange(out.array(), from, out.position());
    } finally {
      Arrays.fill(out.array(), '\0');
    }
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xff : -1;
    int second = bytes.length > 1 ? bytes[1] & 0xff : -1;
    if ((first == 0xff && second == 0xfe) || (first > 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    boolean bigEndian = (first == 0xfe && second == 0xff) || (first == 0 && second > 0);
    return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }
}
