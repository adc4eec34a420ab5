package io.keyarbor.settings;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The settings in use and their file. Safe for any thread. */
public final class SettingsStore {
  private final Path file;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Settings current;
  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Reads {@code file}. If it is broken it is kept aside, and the defaults are used; {@link
   * #trouble} tells.
   */
  public SettingsStore(Path file) {
    this.file = file;
    current = load();
  }

  private Settings load() {
    try {
      return SettingsJson.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Settings.DEFAULTS;
    } catch (IOException | RuntimeException e) {
      trouble = Optional.of(keepAside());
      return Settings.DEFAULTS;
    }
  }

  private String keepAside() {
    String start = "The settings could not be read, so Keyarbor starts with its own. ";
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return start + "The old file is kept as " + aside + ".";
    } catch (IOException e) {
      return start + "Check who may read and write " + file + ".";
    }
  }

  /** The settings in use. */
  public Settings current() {
    return current;
  }

  /** What was wrong with the file when it was read, for the person to know. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Calls {@code listener} after each change, on the thread that made it. */
  public void onChange(Consumer<Settings> listener) {
    listeners.add(listener);
  }

  /**
   * Changes the settings in use and saves them.
   *
   * @throws NotSaved if the disk refuses; the change holds until the app ends
   */
  public synchronized void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(current);
    if (next.equals(current)) {
      return;
    }
    current = next;
    listeners.forEach(l -> l.accept(next));
    try {
      PrivateFile.write(file, SettingsJson.write(next));
    } catch (IOException e) {
      throw new NotSaved(file, e);
    }
  }

  /** The settings could not be written; the message says what to do. */
  public static final class NotSaved extends RuntimeException {
    NotSaved(Path file, IOException cause) {
      super(
          "The settings could not be saved to "
              + file
              + ". They hold until Keyarbor ends; check the folder's permissions and free space.",
          cause);
    }
  }
}
