package io.keyarbor.platform.session;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.Timer.Pending;
import io.keyarbor.platform.dbus.BusAddress;
import java.time.Duration;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * Watches over a message bus for as long as it is not closed. If the bus goes away the person
 * counts as gone, for nothing would tell when they are; then it is looked for again and again, with
 * waits that grow.
 */
final class BusWatch implements SessionWatch {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final BusAddress address;
  private final Hearing hearing;
  private final Timer timer;
  private final Listener listener;
  private Optional<Ear> ear = Optional.empty();
  private Optional<Pending> next = Optional.empty();
  private Duration wait = SHORTEST;
  private boolean wasLost;
  private boolean closed;

  /** Which connection is the one that counts; what comes of another is too late. */
  private int round;

  /** Begins to hear over a connection. */
  @FunctionalInterface
  interface Hearing {
    /** Hears what is said on {@code bus} from now on. */
    Ear on(DBusConnection bus) throws DBusException;
  }

  /** Hears over one connection. */
  interface Ear {
    /** Why the person is away now, as far as the system knows; asked after a bus came back. */
    Optional<Cause> missed();

    /** Ends hearing, and the connection. */
    void close();
  }

  private BusWatch(BusAddress address, Hearing hearing, Timer timer, Listener listener) {
    this.address = address;
    this.hearing = hearing;
    this.timer = timer;
    this.listener = listener;
  }

  /** Starts to watch; where the system names no such bus, nothing is ever told. */
  static SessionWatch start(BusAddress address, Hearing hearing, Timer timer, Listener listener) {
    if (address.address().isEmpty()) {
      return () -> {};
    }
    BusWatch watch = new BusWatch(address, hearing, timer, listener);
    watch.connect();
    return watch;
  }

  private void connect() {
    int mine = begin();
    Optional<DBusConnection> bus =
        address.connect(() -> Thread.ofVirtual().start(() -> lost(mine)));
    if (bus.isEmpty()) {
      again(mine);
      return;
    }
    try {
      keep(mine, hearing.on(bus.get()));
    } catch (DBusException | RuntimeException e) {
      // Who should be heard is not there, or the bus went away meanwhile.
      bus.get().disconnect();
      again(mine);
    }
  }

  private synchronized int begin() {
    return ++round;
  }

  private void keep(int mine, Ear begun) {
    boolean back;
    synchronized (this) {
      if (closed || mine != round) {
        begun.close();
        return;
      }
      ear = Optional.of(begun);
      wait = SHORTEST;
      back = wasLost;
      wasLost = false;
    }
    if (back) {
      begun.missed().ifPresent(listener::away);
    }
  }

  private void lost(int mine) {
    if (again(mine)) {
      listener.away(Cause.WATCH_LOST);
    }
  }

  /** Ends a connection, and tries another one later; says no if that was done already. */
  private boolean again(int mine) {
    Optional<Ear> old;
    synchronized (this) {
      if (closed || mine != round) {
        return false;
      }
      round++;
      old = ear;
      ear = Optional.empty();
      wasLost |= old.isPresent();
      next = Optional.of(timer.after(wait, () -> Thread.ofVirtual().start(this::connect)));
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }
    old.ifPresent(Ear::close);
    return true;
  }

  @Override
  public void close() {
    Optional<Ear> last;
    synchronized (this) {
      closed = true;
      last = ear;
      ear = Optional.empty();
      next.ifPresent(Pending::cancel);
    }
    last.ifPresent(Ear::close);
  }
}
