package io.keyarbor.platform.session;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.BusAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Watches the session of the person at the computer. Ends with {@link #close()}; safe for any
 * thread.
 */
public interface SessionWatch extends AutoCloseable {
  /** Why the person is no longer at the window. */
  enum Cause {
    SLEEP,
    SCREEN_LOCK,
    USER_SWITCH,
    /** They may be there, but nothing tells any more when they go. */
    WATCH_LOST
  }

  /** Who is told. */
  @FunctionalInterface
  interface Listener {
    /**
     * The person is gone. Called on a thread of the watch; where the system waits for it, it sleeps
     * when this returns.
     */
    void away(Cause cause);
  }

  /** Ends the watch. */
  @Override
  void close();

  /**
   * Watches in every way that this system has. Connects to services, so not for the JavaFX thread;
   * what is not there is left out.
   *
   * @param timer for looking again for what went away
   */
  static SessionWatch ofThisSystem(Timer timer, Listener listener) {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return AwtWatch.start(listener);
    }
    Map<String, String> env = System.getenv();
    List<SessionWatch> watches =
        List.of(
            LogindWatch.start(BusAddress.system(env), env, SleepDelay::hold, timer, listener),
            ScreenSaverWatch.start(BusAddress.session(env), timer, listener));
    return () -> watches.forEach(SessionWatch::close);
  }
}
