package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks the person at the terminal that controls this process, wherever its standard streams lead:
 * so {@code x=$(keyarbor get NAME)} can ask for the password. Where there is no such device, the
 * console of the system is asked.
 */
final class Prompter {
  private static final Path DEVICE = Path.of("/dev/tty");
  private static final int MOST_BYTES = 1 << 16;

  private Prompter() {}

  /** Whether there is somebody to ask. */
  static boolean isPossible() {
    if (!Files.exists(DEVICE)) {
      return console().isPresent();
    }
    // The device is there for everyone, but opens only for a process that has a terminal.
    try (InputStream in = Files.newInputStream(DEVICE)) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** That of the system, if a person is there. */
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** A line that is not shown while it is typed; empty if input ended, or if it would be shown. */
  static Optional<Secret> secret(String prompt) {
    if (!Files.exists(DEVICE)) {
      return console().map(console -> console.readPassword("%s", prompt)).map(Secret::takeUtf8);
    }
    return Echo.off(DEVICE)
        .flatMap(echo -> {
          try (echo) {
            return typed(prompt, true).map(Secret::take);
          }
        });
  }

  /** A line of text. */
  static Optional<String> line(String prompt) {
    if (!Files.exists(DEVICE)) {
      return console().map(console -> console.readLine("%s", prompt));
    }
    return typed(prompt, false).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> typed(String prompt, boolean endsLine) {
    byte[] typed = new byte[MOST_BYTES];
    try (OutputStream screen = Files.newOutputStream(DEVICE);
        InputStream keyboard = Files.newInputStream(DEVICE)) {
      screen.write(prompt.getBytes(StandardCharsets.UTF_8));
      int length = readLine(keyboard, typed);
      if (endsLine) {
        screen.write('\n');
      }
      return length < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(typed, length));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(typed, (byte) 0);
    }
  }

  /** Byte by byte, so that no buffer keeps what was typed, or takes more than this line. */
  private static int readLine(InputStream from, byte[] into) throws IOException {
    int length = 0;
    for (int b = from.read(); b != '\n' && b != '\r'; b = from.read()) {
      if (b < 0) {
        return length == 0 ? -1 : length;
      }
      if (length == into.length) {
        return -1;
      }
      into[length++] = (byte) b;
    }
    return length;
  }
}
