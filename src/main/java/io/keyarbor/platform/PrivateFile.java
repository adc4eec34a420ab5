package io.keyarbor.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a person's files so that only they may read them, from the moment the files exist. Where
 * the platform has no file modes, the folder of the person's profile protects them.
 */
public final class PrivateFile {
  private static final String FRESH = ".new";
  private static final Pattern LEFT = Pattern.compile("([0-9]{1,18})\\.[0-9a-f]{16}\\.new");

  private PrivateFile() {}

  /**
   * Writes {@code file}, in place of what is there; its folder is made if need be. A reader finds
   * the old or the new content whole, even after a crash; of programs that write at once, one is
   * the last. What a program left that was killed while it wrote is deleted.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    createFolder(folder);
    deleteLeft(folder, file.getFileName() + ".");
    Path fresh = folder.resolve(freshName(file));
    try {
      writeNew(fresh, content, mode(folder, "rw-------"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // After the move there is none; after a failure what it holds is left nowhere.
      Files.deleteIfExists(fresh);
    }
  }

  /** Names the process, so that it is seen whether what it left is still of use. */
  private static String freshName(Path file) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return file.getFileName() + "." + ProcessHandle.current().pid() + "." + random + FRESH;
  }

  private static void deleteLeft(Path folder, String start) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, f -> isLeft(f, start))) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (DirectoryIteratorException | AccessDeniedException e) {
      // Who may not look there, or delete, may still write.
    }
  }

  private static boolean isLeft(Path file, String start) {
    String name = String.valueOf(file.getFileName());
    if (!name.startsWith(start)) {
      return false;
    }
    Matcher rest = LEFT.matcher(name.substring(start.length()));
    return rest.matches() && ProcessHandle.of(Long.parseLong(rest.group(1))).isEmpty();
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
