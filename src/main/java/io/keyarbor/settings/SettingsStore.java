package io.keyarbor.settings;

import io.keyarbor.platform.Folders;
import io.keyarbor.settings.SettingsFile.Broken;
import io.keyarbor.settings.SettingsFile.Hold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings in use and their file. Other programs of the person may change the file meanwhile: a
 * change is made to what the file holds, by one program at a time. Safe for any thread.
 */
public final class SettingsStore {
  private final SettingsFile file;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Settings current = Settings.DEFAULTS;
  private volatile Optional<String> trouble = Optional.empty();

  /** Whether the file may be written; not if there may be settings in it that were never read. */
  private boolean saves = true;

  /** The person's own, as all of their programs have them. */
  public static SettingsStore of(Folders folders) {
    // Not in the runtime folder, which a program that cron starts does not have.
    Path lock = folders.state().resolve("settings.lock");
    return new SettingsStore(folders.config().resolve("settings.json"), Optional.of(lock));
  }

  /** Those of a file that no other program changes; else as the other constructor. */
  public SettingsStore(Path file) {
    this(file, Optional.empty());
  }

  /**
   * Reads {@code file}. If what it holds is broken it is kept aside, and the defaults are used; if
   * it cannot be read, they are used too, and it is left as it is. {@link #trouble} tells.
   *
   * @param lock held while the file is changed; made if need be
   */
  SettingsStore(Path file, Optional<Path> lock) {
    this.file = new SettingsFile(file, lock);
    try {
      current = this.file.read().orElse(Settings.DEFAULTS);
    } catch (Broken e) {
      readHeld();
    } catch (IOException e) {
      leaveAlone();
    }
  }

  /** Once more, as who moves the file must know that it is still the broken one. */
  private void readHeld() {
    try (Hold _ = file.hold()) {
      current = found();
    } catch (IOException e) {
      leaveAlone();
    }
  }

  /** What the file holds; if there is none, or it is broken, what is in use. */
  private Settings found() throws IOException {
    try {
      return file.read().orElse(current);
    } catch (Broken e) {
      Path aside = file.keepAside();
      trouble =
          Optional.of(
              "The settings could not be read, so Keyarbor starts with its own. The old file is"
                  + " kept as "
                  + aside
                  + ".");
      return current;
    }
  }

  private void leaveAlone() {
    saves = false;
    trouble =
        Optional.of(
            "The settings could not be read, so Keyarbor starts with its own. Check who may read"
                + " and write "
                + file.path()
                + ". What you change holds until Keyarbor ends.");
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
   * Changes the settings in use and saves them. What other programs changed since is in use, too.
   *
   * @throws NotSaved if the disk refuses, and the change holds until the app ends; or if another
   *     program holds the settings for seconds, and they are as they were. The message tells
   */
  public synchronized void change(UnaryOperator<Settings> change) {
    Settings before = current;
    try {
      if (saves) {
        save(change);
      } else {
        current = change.apply(current);
        throw NotSaved.to(file.path(), null);
      }
    } finally {
      Settings next = current;
      if (!next.equals(before)) {
        listeners.forEach(l -> l.accept(next));
      }
    }
  }

  private void save(UnaryOperator<Settings> change) {
    try (Hold _ = held()) {
      Settings found = current;
      try {
        found = found();
      } catch (IOException e) {
        leaveAlone();
      }
      current = change.apply(found);
      if (!saves) {
        throw NotSaved.to(file.path(), null);
      }
      if (!current.equals(found)) {
        file.write(current);
      }
    } catch (IOException e) {
      throw NotSaved.to(file.path(), e);
    }
  }

  private Hold held() {
    try {
      return file.hold();
    } catch (IOException e) {
      throw NotSaved.held(file.lock().orElseThrow(), e);
    }
  }

  /** The settings could not be written; the message says what to do. */
  public static final class NotSaved extends RuntimeException {
    private NotSaved(String message, IOException cause) {
      super(message, cause);
    }

    private static NotSaved to(Path file, IOException cause) {
      return new NotSaved(
          "The settings could not be saved to "
              + file
              + ". They hold until Keyarbor ends; check the folder's permissions and free space.",
          cause);
    }

    private static NotSaved held(Path lock, IOException cause) {
      return new NotSaved(
          "The settings are as they were: another Keyarbor program is changing them, or "
              + lock
              + " cannot be written. Try it again; if it happens again, check who may write there.",
          cause);
    }
  }
}
