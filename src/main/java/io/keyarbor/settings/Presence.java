package io.keyarbor.settings;

import java.time.LocalTime;
import java.util.Optional;

/**
 * How the app is there while its window is not looked at.
 *
 * @param tray whether it shows an icon in the tray, where there is one
 * @param closeToTray whether closing the window keeps the app in the tray; only where an icon is
 *     really shown
 * @param startHidden whether the start at login shows no window; only where an icon is really shown
 * @param notifications whether the system's notifications are used
 * @param quiet when they are held back
 */
public record Presence(
    boolean tray,
    boolean closeToTray,
    boolean startHidden,
    boolean notifications,
    Optional<Quiet> quiet) {
  /** An icon and notifications at any hour; closing the window ends the app. */
  public static final Presence DEFAULTS = new Presence(true, false, false, true, Optional.empty());

  /**
   * Hours of the day, by the clock of this computer.
   *
   * @param from first quiet minute
   * @param until first minute that is not; earlier than {@code from} if the night lies between
   */
  public record Quiet(LocalTime from, LocalTime until) {
    /** Whether {@code time} lies in it. */
    public boolean holds(LocalTime time) {
      boolean sinceFrom = !time.isBefore(from);
      boolean beforeUntil = time.isBefore(until);
      return from.isBefore(until) ? sinceFrom && beforeUntil : sinceFrom || beforeUntil;
    }
  }

  /** The same, with or without an icon. */
  public Presence withTray(boolean next) {
    return new Presence(next, closeToTray, startHidden, notifications, quiet);
  }

  /** The same with another end of the window. */
  public Presence withCloseToTray(boolean next) {
    return new Presence(tray, next, startHidden, notifications, quiet);
  }

  /** The same with another start at login. */
  public Presence withStartHidden(boolean next) {
    return new Presence(tray, closeToTray, next, notifications, quiet);
  }

  /** The same, with or without notifications. */
  public Presence withNotifications(boolean next) {
    return new Presence(tray, closeToTray, startHidden, next, quiet);
  }

  /** The same with other quiet hours. */
  public Presence withQuiet(Optional<Quiet> next) {
    return new Presence(tray, closeToTray, startHidden, notifications, next);
  }
}
