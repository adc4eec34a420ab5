package io.keyarbor.platform.socket;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.Timer.Pending;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A Unix domain socket of mode 0600 in a folder of mode 0700.
 *
 * @param path of the socket
 * @param owner who listens there, as the start of a sentence, e.g. {@code The agent}
 */
public record PrivateSocket(Path path, String owner) {
  /** What a socket's path may have on each of the systems, without the zero at its end. */
  private static final int LONGEST_PATH = 103;

  /** For one that listens to let somebody in. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The socket cannot be used; the message says what to do. */
  public static class Unusable extends IOException {
    /** With a message for a person. */
    public Unusable(String message) {
      super(message);
    }
  }

  /**
   * Makes the folder if need be, and checks that nobody else can reach into it.
   *
   * @throws Unusable if it cannot be used
   */
  public void prepare() throws Unusable {
    // One more: it is made under another name first.
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    if (length > LONGEST_PATH) {
      throw new Unusable(
          owner
              + " cannot listen at "
              + path
              + ": the system allows a path of "
              + LONGEST_PATH
              + " bytes, and this one has "
              + length
              + ". Set XDG_RUNTIME_DIR to a folder with a shorter path.");
    }
    Path folder = path.getParent();
    try {
      if (isPosix(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        check(folder);
      } else {
        Files.createDirectories(folder);
      }
    } catch (Unusable e) {
      throw e;
    } catch (IOException e) {
      throw new Unusable(
          owner
              + " cannot use the folder "
              + folder
              + ", because it cannot be made. Check who may write there.");
    }
  }

  private void check(Path folder) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String mode = PosixFilePermissions.toString(found.permissions());
    if (!found.isDirectory() || !found.owner().equals(Peer.self()) || !mode.endsWith("------")) {
      throw new Unusable(
          owner
              + " needs "
              + folder
              + " to be a folder of yours that nobody else can enter, and it is not: it belongs to "
              + found.owner().getName()
              + " and its mode is "
              + mode
              + ". Delete it, or set its owner and its mode to 0700.");
    }
  }

  /**
   * Listens, in place of whoever listened there before: the socket gets its name only once it has
   * its mode, and a left one goes in the same moment. Only who knows that nobody is there may call
   * it.
   *
   * @throws Unusable if nothing can listen there
   */
  public ServerSocketChannel listen(int backlog) throws Unusable {
    prepare();
    Path fresh = path.resolveSibling(path.getFileName() + "~");
    try {
      Files.deleteIfExists(fresh);
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.bind(UnixDomainSocketAddress.of(fresh), backlog);
        if (isPosix(fresh)) {
          Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        return channel;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Unusable(
          owner + " cannot listen at " + path + ". Check who may write in its folder.");
    } catch (UnsupportedOperationException e) {
      throw new Unusable(owner + " cannot listen: this system has no Unix domain sockets.");
    }
  }

  /**
   * Connects; whoever does checks by {@link Peer} whom to.
   *
   * @param timer ends waiting for one that listens, but lets nobody in, after two seconds
   * @throws IOException if nobody listens, or lets nobody in
   */
  public SocketChannel connect(Timer timer) throws IOException {
    if (Files.notExists(path)) {
      // As often as not; nothing needs to be timed then.
      throw new NoSuchFileException(path.toString());
    }
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    Pending end = timer.after(PATIENCE, () -> closed(channel));
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return channel;
    } catch (IOException e) {
      closed(channel);
      throw e;
    } finally {
      end.cancel();
    }
  }

  private static void closed(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
