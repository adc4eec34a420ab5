package io.keyarbor.platform.session;

import java.awt.Desktop;
import java.awt.desktop.ScreenSleepEvent;
import java.awt.desktop.ScreenSleepListener;
import java.awt.desktop.SystemEventListener;
import java.awt.desktop.SystemSleepEvent;
import java.awt.desktop.SystemSleepListener;
import java.awt.desktop.UserSessionEvent;
import java.awt.desktop.UserSessionListener;

/**
 * Watches by the JDK's own door to Windows and macOS. On Windows it tells of sleep, of the lock
 * screen and of another user; on macOS of sleep, of the dark screen and of another user, but not of
 * a lock screen that is lit.
 */
final class AwtWatch
    implements SessionWatch, SystemSleepListener, ScreenSleepListener, UserSessionListener {
  private final Listener listener;

  private AwtWatch(Listener listener) {
    this.listener = listener;
  }

  /** Starts to watch; where the JDK has no such door, nothing is ever told. */
  static SessionWatch start(Listener listener) {
    if (!Desktop.isDesktopSupported()) {
      return () -> {};
    }
    AwtWatch watch = new AwtWatch(listener);
    // Events that a system does not have are never told.
    Desktop.getDesktop().addAppEventListener(watch);
    return watch;
  }

  @Override
  public void systemAboutToSleep(SystemSleepEvent event) {
    listener.away(Cause.SLEEP);
  }

  @Override
  public void screenAboutToSleep(ScreenSleepEvent event) {
    listener.away(Cause.SCREEN_LOCK);
  }

  @Override
  public void userSessionDeactivated(UserSessionEvent event) {
    boolean locked = event.getReason() == UserSessionEvent.Reason.LOCK;
    listener.away(locked ? Cause.SCREEN_LOCK : Cause.USER_SWITCH);
  }

  @Override
  public void systemAwoke(SystemSleepEvent event) {
    // The vault stays locked until the person unlocks it.
  }

  @Override
  public void screenAwoke(ScreenSleepEvent event) {
    // The vault stays locked until the person unlocks it.
  }

  @Override
  public void userSessionActivated(UserSessionEvent event) {
    // The vault stays locked until the person unlocks it.
  }

  @Override
  public void close() {
    SystemEventListener self = this;
    Desktop.getDesktop().removeAppEventListener(self);
  }
}
