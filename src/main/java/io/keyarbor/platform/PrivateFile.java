package io.keyarbor.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a person's files so that only they may read them, from the moment the files exist. Where
 * the platform has no file modes, the folder of the person's profile protects them.
 */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Writes {@code file}, in place of what is there; its folder is made if need be. A reader finds
   * the old or the new content whole, even after a crash.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    createFolder(folder);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try {
      writeNew(fresh, content, mode(folder, "rw-------"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // After the move there is none; after a failure what it holds is left nowhere.
      Files.deleteIfExists(fresh);
    }
  }

  private static void writeNew(Path fresh, byte[] content, FileAttribute<?>[] mode)
      throws IOException {
    try (FileChannel out =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /**
   * Opens {@code file} to write, and makes it if need be; its folder is there.
   *
   * @throws IOException if the disk refuses
   */
  public static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        mode(file.toAbsolutePath().getParent(), "rw-------"));
  }

  /** Makes {@code folder}, and those above it, for this person alone where they are not there. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, mode(folder.toAbsolutePath(), "rwx------"));
  }

  /** Asked of the system and not of the folder's disk, for in a chroot the JDK finds no disks. */
  private static FileAttribute<?>[] mode(Path folder, String mode) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
