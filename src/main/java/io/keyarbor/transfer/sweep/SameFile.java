package io.keyarbor.transfer.sweep;

import io.keyarbor.platform.PrivateFile;
import io.keyarbor.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** A file that gets other content, and stays the same in all else: place, mode, owner. */
record SameFile(Path file, Optional<PosixFileAttributes> attributes) {
  /** What is done at the last moment, when all is written and only the name is left to be moved. */
  @FunctionalInterface
  interface LastCheck {
    void check(Path written) throws TransferException;
  }

  /**
   * A file that exists.
   *
   * @throws TransferException if it has other names, which would keep the old content
   */
  static SameFile of(Path file) throws TransferException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view == null) {
        return new SameFile(file, Optional.empty());
      }
      Object names = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
      if (!Integer.valueOf(1).equals(names)) {
        throw new TransferException(
            file
                + " has several names (hard links), which would keep the secrets. It was left"
                + " alone.");
      }
      return new SameFile(file, Optional.of(view.readAttributes()));
    } catch (IOException e) {
      throw failed(file);
    }
  }

  /** As {@code rw-------}; empty where there are no modes. */
  String mode() {
    return attributes.map(a -> PosixFilePermissions.toString(a.permissions())).orElse("");
  }

  /** Writes {@code content} in place of what is there, or leaves it as it is. */
  void write(byte[] content, LastCheck last) throws TransferException {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    Path fresh =
        file.resolveSibling(
            "." + file.getFileName() + "." + HexFormat.of().formatHex(random) + ".new");
    try {
      PrivateFile.write(fresh, content);
      keepOwner(fresh);
      if (attributes.isPresent()) {
        Files.setPosixFilePermissions(fresh, attributes.get().permissions());
      }
      last.check(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UnsupportedOperationException e) {
      throw failed(file);
    } finally {
      deleteIfThere(fresh);
    }
  }

  /** Another owner's file can be kept theirs by root only; by anyone else it is not written. */
  private void keepOwner(Path fresh) throws IOException {
    if (attributes.isPresent()) {
      PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
      PosixFileAttributes is = view.readAttributes();
      if (!is.owner().equals(attributes.get().owner())) {
        view.setOwner(attributes.get().owner());
      }
      if (!is.group().equals(attributes.get().group())) {
        view.setGroup(attributes.get().group());
      }
    }
  }

  private static void deleteIfThere(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      // It holds references, or what the person asked to be put back; its mode is 0600.
    }
  }

  private static TransferException failed(Path file) {
    return new TransferException(
        file
            + " cannot be written. It is as it was. Check the mode and owner of it and its folder.");
  }

  /** The same place and owner, with a mode that was kept as text. */
  static Set<PosixFilePermission> mode(String text) {
    return PosixFilePermissions.fromString(text);
  }
}
