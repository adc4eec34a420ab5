package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Reads files that may be anything: a pipe, a device, a link out of the way, far too large. */
final class SafeFile {
  /** What a vault can keep of one file. */
  static final int LARGEST = Draft.MOST_BYTES;

  private SafeFile() {}

  /**
   * The real place of {@code file}; empty if there is none.
   *
   * @throws TransferException if it is no plain file, or lies outside of {@code home} and {@code
   *     file}'s own folder
   */
  static Optional<Path> real(Path file, Path home) throws TransferException {
    try {
      Path real = file.toRealPath();
      Path folder = file.toAbsolutePath().getParent().toRealPath();
      boolean inside = real.startsWith(folder) || real.startsWith(home.toRealPath());
      if (!inside) {
        throw new TransferException(
            file + " is a link to " + real + ", outside of your home folder. It was left alone.");
      }
      return Optional.of(plain(real));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static Path plain(Path file) throws IOException, TransferException {
    BasicFileAttributes is =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!is.isRegularFile()) {
      throw new TransferException(file + " is no plain file. It was left alone.");
    }
    if (is.size() > LARGEST) {
      throw new TransferException(
          file
              + " has more than "
              + LARGEST
              + " bytes, too much for such a file. It was not read.");
    }
    return file;
  }

  /**
   * The bytes of a plain file, for the caller to wipe.
   *
   * @throws TransferException if it cannot be read, is no plain file or too large
   */
  static byte[] read(Path file) throws TransferException {
    try (InputStream in = Files.newInputStream(plain(file), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new TransferException(file + " grew while it was read. Try again.");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static TransferException unreadable(Path file) {
    return new TransferException(file + " cannot be read. Check its mode and owner.");
  }

  /** Whether others than its owner may read it; no where there are no modes. */
  static boolean isOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      return mode.contains(PosixFilePermission.GROUP_READ)
          || mode.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
