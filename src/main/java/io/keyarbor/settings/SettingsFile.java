package io.keyarbor.settings;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The settings on the disk, which all programs of a person share.
 *
 * @param path of the file
 * @param lock of the file whose lock is held by who changes the settings; empty if no other program
 *     does
 */
record SettingsFile(Path path, Optional<Path> lock) {
  /** Many times what settings take, in bytes. */
  static final int LARGEST = 1 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(5);

  /** What is in the file are no settings. */
  static final class Broken extends Exception {}

  /** The right to change the file, given back by closing it. */
  interface Hold extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /**
   * Reads the file.
   *
   * @return empty if there is none
   * @throws IOException if it cannot be read; it may be whole all the same
   */
  Optional<Settings> read() throws IOException, Broken {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.length > LARGEST) {
      throw new Broken();
    }
    try {
      return Optional.of(SettingsJson.read(bytes));
    } catch (RuntimeException e) {
      throw new Broken();
    }
  }

  /** Writes the file, for the owner alone. */
  void write(Settings settings) throws IOException {
    PrivateFile.write(path, SettingsJson.write(settings));
  }

  /** Moves a broken file out of the way; tells where it is. */
  Path keepAside() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".broken");
    return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Waits for the right to change the file, for some seconds.
   *
   * @throws IOException if it is not to be had
   */
  Hold hold() throws IOException {
    if (lock.isEmpty()) {
      return () -> {};
    }
    PrivateFile.createFolder(lock.get().toAbsolutePath().getParent());
    FileChannel channel = PrivateFile.open(lock.get());
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!isTaken(channel)) {
        if (System.nanoTime() > end) {
          throw new IOException("held for too long");
        }
        LockSupport.parkNanos(STEP.toNanos());
      }
      return channel::close;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return false;
    }
  }
}
