package io.keyarbor.platform.tray;

import io.keyarbor.platform.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tray icon of Linux: a StatusNotifierItem, and the old way of X where after a while no panel
 * took that; never both for long, for the first way is the better one.
 *
 * @param <C> what choosing an item of the menu means
 */
public final class LinuxTray<C> implements Tray<C> {
  /** So long a panel may take; AWT is not loaded before. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TrayListener<C> listener;
  private final Tray<C> better;
  private final Function<TrayListener<C>, Tray<C>> older;
  private final Timer timer;
  private Optional<Tray<C>> second = Optional.empty();
  private Optional<TrayFace<C>> face = Optional.empty();
  private boolean told;
  private boolean closed;

  /**
   * Tries the one, then the other.
   *
   * @param better made at once
   * @param older made if {@code better} is not shown in time
   */
  public LinuxTray(
      TrayListener<C> listener,
      Function<TrayListener<C>, Tray<C>> better,
      Function<TrayListener<C>, Tray<C>> older,
      Timer timer) {
    this.listener = listener;
    this.better = better.apply(new Passing());
    this.older = older;
    this.timer = timer;
  }

  @Override
  public synchronized void show(TrayFace<C> next) {
    boolean first = face.isEmpty();
    face = Optional.of(next);
    better.show(next);
    second.ifPresent(s -> s.show(next));
    if (first) {
      timer.after(PATIENCE, this::fallBack);
    }
  }

  private synchronized void fallBack() {
    if (!closed && second.isEmpty() && !better.isShown()) {
      Tray<C> made = older.apply(new Passing());
      second = Optional.of(made);
      face.ifPresent(made::show);
    }
  }

  @Override
  public synchronized boolean isShown() {
    return better.isShown() || second.filter(Tray::isShown).isPresent();
  }

  private void changed() {
    Optional<Tray<C>> spare = Optional.empty();
    boolean now;
    boolean tell;
    synchronized (this) {
      if (better.isShown()) {
        spare = second;
        second = Optional.empty();
      } else if (face.isPresent() && second.isEmpty() && !closed) {
        timer.after(PATIENCE, this::fallBack);
      }
      now = isShown();
      tell = told != now;
      told = now;
    }
    spare.ifPresent(Tray::close);
    if (tell) {
      listener.shown(now);
    }
  }

  @Override
  public void close() {
    Optional<Tray<C>> other;
    synchronized (this) {
      closed = true;
      other = second;
    }
    better.close();
    other.ifPresent(Tray::close);
  }

  /** Passes on what either tells, but one word of what is shown for both. */
  private final class Passing implements TrayListener<C> {
    @Override
    public void chosen(C choice) {
      listener.chosen(choice);
    }

    @Override
    public void pressed() {
      listener.pressed();
    }

    @Override
    public void shown(boolean shown) {
      changed();
    }
  }
}
