package io.keyarbor.platform.tray;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.platform.notify.BusNotifier;
import io.keyarbor.platform.notify.Notifier;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the tray icon and the notifier that a system has.
 *
 * @param <C> what choosing an item of the menu means
 */
public record Trays<C>(Tray<C> tray, Notifier notifier) {
  /**
   * Those of this system; nothing is loaded or shown yet.
   *
   * @param number tells several icons of one process apart, from 1
   */
  public static <C> Trays<C> ofThisSystem(
      SessionBus session, Timer timer, TrayListener<C> listener, int number) {
    return of(System.getProperty("os.name"), System.getenv(), session, timer, listener, number);
  }

  static <C> Trays<C> of(
      String os,
      Map<String, String> env,
      SessionBus session,
      Timer timer,
      TrayListener<C> listener,
      int number) {
    if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
      AwtTray<C> both = new AwtTray<>(listener);
      return new Trays<>(both, both);
    }
    Function<TrayListener<C>, Tray<C>> item = told -> new StatusItemTray<>(session, told, number);
    // Wayland has no such tray, and asking X for it there would load AWT for nothing.
    boolean x = env.containsKey("DISPLAY") && !env.containsKey("WAYLAND_DISPLAY");
    Tray<C> tray = x ? new LinuxTray<>(listener, item, AwtTray::new, timer) : item.apply(listener);
    return new Trays<>(tray, new BusNotifier(session));
  }
}
