package io.keyarbor.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The system's clipboard. For the thread that the window system asks for. */
public interface ClipboardAccess {
  /**
   * Formats that ask clipboard histories to leave the content alone; on each system those that are
   * not its own do no harm.
   */
  List<Mark> SECRET_MARKS =
      List.of(
          // KDE's Klipper.
          new Mark("x-kde-passwordManagerHint", "secret"),
          // Windows clipboard history, cloud clipboard and monitors.
          new Mark("ExcludeClipboardContentFromMonitorProcessing", "1"),
          // nspasteboard.org, honoured by macOS clipboard managers.
          new Mark("org.nspasteboard.ConcealedType", "1"));

  /** One format beside the text. */
  record Mark(String format, String value) {}

  /** Puts {@code text} on the clipboard with {@link #SECRET_MARKS}; the caller wipes the array. */
  void putSecret(char[] text);

  /** The text that is there now, for the caller to wipe; empty if there is none. */
  Optional<char[]> text();

  /** Empties the clipboard. */
  void clear();

  /** Lends the text to {@code use} and wipes it. */
  default boolean holds(Predicate<char[]> use) {
    char[] text = text().orElseGet(() -> new char[0]);
    try {
      return use.test(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }
}
