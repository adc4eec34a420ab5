package io.keyarbor.platform.tray;

/**
 * An icon in the system's tray. Whether there is one to be seen is the system's choice and changes
 * while the app runs, so a window may be hidden only while {@link #isShown}. Safe for any thread;
 * no method waits for the system.
 *
 * @param <C> what choosing an item of the menu means
 */
public interface Tray<C> extends AutoCloseable {
  /** Shows the icon wherever and whenever the system lets it, or changes what it shows. */
  void show(TrayFace<C> face);

  /** Whether the system really shows the icon at this moment, as far as it tells. */
  boolean isShown();

  /** Takes the icon away for good. */
  @Override
  void close();
}
