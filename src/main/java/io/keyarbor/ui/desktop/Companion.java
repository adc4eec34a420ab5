package io.keyarbor.ui.desktop;

/**
 * What accompanies the window for as long as the app runs: the tray, notifications, the palette,
 * the watch for the system's lock. Called on the JavaFX thread, and must be quick.
 */
public interface Companion {
  /** The vault is open and its window is shown. */
  default void unlocked(Opened open) {}

  /** The vault is locked; nothing of it may be shown or held any more. */
  default void locked() {}

  /** The person asked for the quick palette, from wherever they are. */
  default void quick() {}

  /** The person is told {@code words}, and may be looking at another program's window. */
  default void said(String words) {}

  /** Whether the app goes on without a window when the person closes it. */
  default boolean staysWithoutWindow() {
    return false;
  }

  /** Whether a person can come to the app through this while its window is hidden. */
  default boolean isReachable() {
    return false;
  }

  /** The window is closed, after {@link #locked}. The app ends, or shows the window again later. */
  default void ended() {}
}
