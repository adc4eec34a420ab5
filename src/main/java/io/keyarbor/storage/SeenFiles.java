package io.keyarbor.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyarbor.vault.store.SeenCounters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One small file for each collection in the app's state folder. Safe for any thread. */
public final class SeenFiles implements SeenCounters {
  private final Path folder;

  /**
   * Keeps them in {@code state/seen}.
   *
   * @param state the app's folder for state, made when needed
   */
  public SeenFiles(Path state) {
    folder = state.resolve("seen");
  }

  @Override
  public synchronized long highest(UUID vault, UUID collection) {
    try {
      return Long.parseLong(Files.readString(file(vault, collection)).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public synchronized void saw(UUID vault, UUID collection, long counter) {
    if (counter <= highest(vault, collection)) {
      return;
    }
    try {
      PrivateFiles.createDirectories(folder);
      PrivateFiles.write(file(vault, collection), Long.toString(counter).getBytes(US_ASCII));
    } catch (IOException e) {
      // The vault itself is saved; only the guard against older copies falls behind.
    }
  }

  private Path file(UUID vault, UUID collection) {
    return folder.resolve(vault + "." + collection);
  }
}
