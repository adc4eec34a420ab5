package io.keyarbor.platform.tray;

/**
 * Told what happens at the icon, on any thread.
 *
 * @param <C> what choosing an item of the menu means
 */
public interface TrayListener<C> {
  /** An item of the menu was chosen. */
  void chosen(C choice);

  /** The icon itself was pressed. */
  void pressed();

  /** {@link Tray#isShown} has changed to that. */
  void shown(boolean shown);
}
