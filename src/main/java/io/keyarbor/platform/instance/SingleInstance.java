package io.keyarbor.platform.instance;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.platform.socket.Peer;
import io.keyarbor.platform.socket.PrivateSocket;
import io.keyarbor.platform.socket.PrivateSocket.Unusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The one desktop app of a person. Whoever holds the lock on a file is it, which the system gives
 * to one process and takes back when that ends, however it ends; it listens on a socket beside the
 * file for what later starts ask for. Safe for any thread.
 */
public final class SingleInstance implements AutoCloseable {
  /** For the one to answer, which may be about to begin or to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration STEP = Duration.ofMillis(20);
  private static final int BACKLOG = 16;
  private static final int MOST_WAITING = 16;

  private final Queue<Wish> waiting = new ArrayDeque<>();
  private final SystemTimer timer = new SystemTimer();
  private final PrivateSocket socket;
  private final FileChannel locked;
  private final ServerSocketChannel listening;
  private Optional<Consumer<Wish>> listener = Optional.empty();

  /** Another process is the one, but does not answer. */
  public static final class Silent extends Unusable {
    private Silent() {
      super("Keyarbor runs already, but does not answer. End its process, then start it again.");
    }
  }

  private SingleInstance(PrivateSocket socket, FileChannel locked, ServerSocketChannel listening) {
    this.socket = socket;
    this.locked = locked;
    this.listening = listening;
    // Not virtual: to end the poller of virtual threads takes the runtime a third of a second.
    Thread.ofPlatform().daemon().name("keyarbor-wishes").start(this::accept);
  }

  /**
   * Becomes the one, or hands {@code wish} to it.
   *
   * @return empty if another process is the one, and has taken the wish
   * @throws Silent if there is one that does not answer
   * @throws Unusable if there can be none here; the message says what to do
   */
  public static Optional<SingleInstance> claim(Folders folders, Wish wish) throws Unusable {
    return claim(folders, wish, PATIENCE);
  }

  static Optional<SingleInstance> claim(Folders folders, Wish wish, Duration patience)
      throws Unusable {
    long end = System.nanoTime() + patience.toNanos();
    PrivateSocket socket = socket(folders);
    if (tell(folders, wish)) {
      return Optional.empty();
    }
    socket.prepare();
    FileChannel file = lockFile(socket);
    try {
      while (true) {
        if (isLocked(file)) {
          return Optional.of(new SingleInstance(socket, file, socket.listen(BACKLOG)));
        }
        // The one may be about to listen, or about to end.
        if (tell(folders, wish)) {
          file.close();
          return Optional.empty();
        }
        if (System.nanoTime() > end) {
          throw new Silent();
        }
        LockSupport.parkNanos(STEP.toNanos());
      }
    } catch (Unusable e) {
      closed(file);
      throw e;
    } catch (IOException e) {
      closed(file);
      throw cannotLock(socket);
    }
  }

  private static PrivateSocket socket(Folders folders) {
    Path base = folders.runtime().orElse(folders.state());
    return new PrivateSocket(base.resolve("desktop").resolve("desktop.sock"), "Keyarbor");
  }

  private static FileChannel lockFile(PrivateSocket socket) throws Unusable {
    try {
      return PrivateFile.open(socket.path().resolveSibling("desktop.lock"));
    } catch (IOException e) {
      throw cannotLock(socket);
    }
  }

  private static Unusable cannotLock(PrivateSocket socket) {
    return new Unusable(
        "Keyarbor cannot write in "
            + socket.path().getParent()
            + ". Check who may write there, and whether the disk is full.");
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return false;
    }
  }

  private static void closed(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      // The system closes it when this process ends.
    }
  }

  /**
   * Hands {@code wish} to the one. One that does not answer is waited for some seconds.
   *
   * @return false if there is none that takes it
   */
  public static boolean tell(Folders folders, Wish wish) {
    try (SystemTimer timer = new SystemTimer();
        SocketChannel channel = socket(folders).connect(timer)) {
      return Peer.isSelf(channel) && Letter.send(channel, timer, wish) == Letter.TAKEN;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Tells {@code listener} what later starts ask for, on a thread of its own; also what they asked
   * for until now.
   */
  public void onWish(Consumer<Wish> listener) {
    synchronized (waiting) {
      this.listener = Optional.of(listener);
      waiting.forEach(listener);
      waiting.clear();
    }
  }

  private void accept() {
    while (listening.isOpen()) {
      try (SocketChannel channel = listening.accept()) {
        meet(channel);
      } catch (IOException e) {
        // Closed here, or the other side went; or no descriptor is left, for a moment.
        LockSupport.parkNanos(STEP.toNanos());
      }
    }
  }

  private void meet(SocketChannel channel) throws IOException {
    boolean taken = false;
    try {
      taken = Peer.isSelf(channel) && take(Letter.receive(channel, timer));
    } catch (IllegalArgumentException e) {
      // Whoever sent it is told that it is refused, and no more.
    }
    Letter.answer(channel, timer, taken ? Letter.TAKEN : Letter.REFUSED);
  }

  private boolean take(Wish wish) {
    synchronized (waiting) {
      if (listener.isPresent()) {
        listener.get().accept(wish);
        return true;
      }
      return waiting.size() < MOST_WAITING && waiting.add(wish);
    }
  }

  /** Is the one no more. */
  @Override
  public void close() {
    try (locked;
        timer) {
      // While the lock is held, so that it cannot be the next one's socket.
      Files.deleteIfExists(socket.path());
      listening.close();
    } catch (IOException e) {
      // The next one takes the place of what is left.
    }
  }
}
