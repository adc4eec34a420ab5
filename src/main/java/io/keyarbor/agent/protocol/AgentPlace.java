package io.keyarbor.agent.protocol;

import io.keyarbor.platform.Folders;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where the agent of a vault listens: a socket named by a hash of the vault's real path, in a
 * folder for this person alone.
 */
public record AgentPlace(Path vault, Path socket) {
  /** What a socket's path may have on each of the systems, without the zero at its end. */
  private static final int LONGEST_PATH = 103;

  private static final int NAME_BYTES = 16;

  /** The place for the vault at {@code file}, by whatever name it is called. */
  public static AgentPlace of(Folders folders, Path file) {
    Path vault = real(file);
    Path base = folders.runtime().orElse(folders.state());
    return new AgentPlace(vault, base.resolve("agent").resolve(name(vault) + ".sock"));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // It is not there yet, or cannot be read, which opening it will tell.
      return file.toAbsolutePath().normalize();
    }
  }

  private static String name(Path vault) {
    try {
      byte[] path = vault.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Makes the folder if need be, and checks that nobody else can reach into it.
   *
   * @throws VaultException.Refused if it cannot be used; the message says what to do
   */
  public void prepare() {
    // One more: it is made under another name first.
    int length = socket.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    if (length > LONGEST_PATH) {
      throw new VaultException.Refused(
          "The agent cannot listen at "
              + socket
              + ": the system allows a path of "
              + LONGEST_PATH
              + " bytes, and this one has "
              + length
              + ". Set XDG_RUNTIME_DIR to a folder with a shorter path.");
    }
    Path folder = socket.getParent();
    try {
      if (isPosix(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        check(folder);
      } else {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new VaultException.Refused(
          "The agent's folder " + folder + " cannot be made. Check who may write there.");
    }
  }

  private static void check(Path folder) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String mode = PosixFilePermissions.toString(found.permissions());
    if (!found.isDirectory() || !found.owner().equals(Peer.self()) || !mode.endsWith("------")) {
      throw new VaultException.Refused(
          "The agent's folder "
              + folder
              + " must be a folder of yours that nobody else can enter,"
              + " and it is not: it belongs to "
              + found.owner().getName()
              + " and its mode is "
              + mode
              + ". Delete it, or set its owner and its mode to 0700.");
    }
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Lets nobody else connect to a socket that lies at {@code fresh}. */
  public static void protect(Path fresh) throws IOException {
    if (isPosix(fresh)) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
