package io.keyarbor.platform.tray;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.platform.notify.BusNotifier;
import io.keyarbor.platform.notify.Notifier;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the tray icon and the notifier that a system has; nothing is loaded or shown yet. */
public final class Trays {
  private final boolean linux;
  private final boolean oldWay;
  private final SessionBus session;
  private final Timer timer;

  /** Those of this system. */
  public Trays(SessionBus session, Timer timer) {
    this(System.getProperty("os.name"), System.getenv(), session, timer);
  }

  Trays(String os, Map<String, String> env, SessionBus session, Timer timer) {
    linux = os.toLowerCase(Locale.ROOT).startsWith("linux");
    // Wayland has no tray of X, and asking for it there would load AWT for nothing.
    oldWay = env.containsKey("DISPLAY") && !env.containsKey("WAYLAND_DISPLAY");
    this.session = session;
    this.timer = timer;
  }

  /** An icon. */
  public <C> Tray<C> tray(TrayListener<C> listener) {
    if (!linux) {
      return new AwtTray<>(listener);
    }
    Function<TrayListener<C>, Tray<C>> item = told -> new StatusItemTray<>(session, told);
    return oldWay ? new LinuxTray<>(listener, item, AwtTray::new, timer) : item.apply(listener);
  }

  /**
   * A notifier.
   *
   * @param shown the icon of this moment, which shows the notifications where the system knows no
   *     others
   */
  public Notifier notifier(Supplier<Optional<? extends Tray<?>>> shown) {
    return linux ? new BusNotifier(session) : new IconNotifier(shown);
  }
}
