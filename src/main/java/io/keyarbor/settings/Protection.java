package io.keyarbor.settings;

/**
 * What guards an unlocked vault besides the idle time.
 *
 * @param lockWithSystem whether the vault locks when the computer sleeps, its screen is locked or
 *     another person's session comes to the front
 * @param hideFromScreenshots whether pictures of the screen leave the window out, where the system
 *     can do that
 * @param quickUnlock what may stand in for the master password
 */
public record Protection(
    boolean lockWithSystem, boolean hideFromScreenshots, QuickUnlock quickUnlock) {
  /** The careful choice in each. */
  public static final Protection DEFAULTS = new Protection(true, true, QuickUnlock.OFF);

  /** The same with another answer to the system's lock. */
  public Protection withLockWithSystem(boolean next) {
    return new Protection(next, hideFromScreenshots, quickUnlock);
  }

  /** The same, left out of pictures of the screen or not. */
  public Protection withHideFromScreenshots(boolean next) {
    return new Protection(lockWithSystem, next, quickUnlock);
  }

  /** The same with another stand-in. */
  public Protection withQuickUnlock(QuickUnlock next) {
    return new Protection(lockWithSystem, hideFromScreenshots, next);
  }
}
