package io.keyarbor.app;

import io.keyarbor.platform.SystemTimer;
import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.platform.tray.Trays;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.FxTimer;
import io.keyarbor.ui.notify.Notices;
import io.keyarbor.ui.tray.TrayCompanion;
import java.time.Clock;
import java.util.List;

/** How the app is there beside its window: the tray icon and the system's notifications. */
final class SystemPresence {
  private SystemPresence() {}

  /** Those of one window; nothing of them is loaded before it is shown. */
  static List<Companion> of(
      DesktopControls window, SettingsStore settings, SystemTimer timer, Clock clock) {
    SessionBus session = new SessionBus(BusAddress.session(System.getenv()));
    Trays trays = new Trays(session, timer);
    FxTimer later = new FxTimer(timer);
    TrayCompanion tray = new TrayCompanion(window, settings, trays::tray, later);
    Notices notices = new Notices(window, settings, trays.notifier(tray::tray), later, clock);
    Companion leaving =
        new Companion() {
          @Override
          public void ended() {
            session.close();
          }
        };
    return List.of(tray, notices, leaving);
  }
}
