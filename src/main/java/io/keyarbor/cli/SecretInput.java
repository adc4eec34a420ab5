package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/**
 * Takes a secret from where an argument says: {@code -} is what is piped in, {@code @FILE} a file,
 * anything else the secret itself, which works but is warned of, since other programs can read the
 * arguments of this one and the shell keeps them. One for each command: what is piped in can be
 * read once.
 *
 * <p>The line break that ends a single line is not part of the secret; several lines, such as a
 * private key, are kept to the byte.
 */
public final class SecretInput {
  private static final int MOST_BYTES = 1_000_000;

  private final CommandContext context;
  private boolean pipedIsRead;

  /** For one command. */
  public SecretInput(CommandContext context) {
    this.context = context;
  }

  /**
   * Reads a secret, for the caller to close.
   *
   * @param source as described above
   * @param what it is for, for the person: {@code the field api_key}
   * @throws CommandFault if there is none, or it is too long
   */
  public Secret read(String source, String what) throws IOException {
    if (source.equals("-")) {
      return piped(what);
    }
    if (source.startsWith("@")) {
      return file(context.folder().resolve(source.substring(1)), what);
    }
    context
        .terminal()
        .err()
        .println(
            "Warning: "
                + what
                + " was given as an argument, where other programs and the shell's history can see"
                + " it. Better pipe it in with “-”, or name a file with “@FILE”.");
    return checked(Secret.take(source.getBytes(StandardCharsets.UTF_8)), what);
  }

  /** What is piped in; {@link #read} says how. */
  public Secret piped(String what) throws IOException {
    if (pipedIsRead) {
      throw CommandFault.usage(
          "Only one secret can be piped in with “-”, and " + what + " would be another.");
    }
    pipedIsRead = true;
    return checked(all(context.terminal().in(), what), what);
  }

  /** What a file holds; {@link #read} says how. Tells if others may read it. */
  public Secret file(Path file, String what) throws IOException {
    if (isReadByOthers(file)) {
      context
          .terminal()
          .err()
          .println(
              "Warning: "
                  + Printable.of(file.toString())
                  + " can be read by others. Make it yours alone: chmod 600");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return checked(all(in, what), what);
    }
  }

  private static boolean isReadByOthers(Path file) throws IOException {
    if (!Files.isRegularFile(file)
        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    return mode.contains(PosixFilePermission.GROUP_READ)
        || mode.contains(PosixFilePermission.OTHERS_READ);
  }

  private static Secret all(InputStream in, String what) throws IOException {
    byte[] read = new byte[MOST_BYTES + 3];
    try {
      int length = in.readNBytes(read, 0, read.length);
      length -= lineEnd(read, length);
      if (length > MOST_BYTES) {
        throw CommandFault.usage(
            "For " + what + " there are more than " + MOST_BYTES + " bytes, the most it may have.");
      }
      return Secret.take(Arrays.copyOf(read, length));
    } finally {
      Arrays.fill(read, (byte) 0);
    }
  }

  /** How many bytes at the end are the line break of a single line. */
  private static int lineEnd(byte[] text, int length) {
    int end = length > 0 && text[length - 1] == '\n' ? 1 : 0;
    end += end == 1 && length > 1 && text[length - 2] == '\r' ? 1 : 0;
    for (int i = 0; i < length - end; i++) {
      if (text[i] == '\n') {
        return 0;
      }
    }
    return end;
  }

  private static Secret checked(Secret secret, String what) {
    if (secret.length() == 0) {
      secret.close();
      throw CommandFault.usage("There is nothing to read for " + what + ". Nothing was changed.");
    }
    return secret;
  }
}
