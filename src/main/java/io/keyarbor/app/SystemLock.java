package io.keyarbor.app;

import io.keyarbor.platform.journal.Event;
import io.keyarbor.platform.journal.Journal;
import io.keyarbor.platform.session.SessionWatch;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import java.util.Optional;
import java.util.function.Function;

/** Locks the vault when the person leaves the computer, if that is what they want. */
final class SystemLock implements Companion {
  private final Vault vault;
  private final SettingsStore settings;
  private final Function<SessionWatch.Listener, SessionWatch> watching;
  private final Journal journal;
  private Optional<SessionWatch> watch = Optional.empty();
  private boolean begun;
  private int round;

  /**
   * Watches from the beginning of a window's first unlock on, until that closes: nothing of it
   * delays the first window, and who leaves while the password is checked is noticed.
   *
   * @param watching starts a watch; called on a thread of its own
   */
  SystemLock(
      Vault vault,
      SettingsStore settings,
      Function<SessionWatch.Listener, SessionWatch> watching,
      Journal journal) {
    this.vault = vault;
    this.settings = settings;
    this.watching = watching;
    this.journal = journal;
    vault.onState(state -> {
      if (state == VaultState.UNLOCKING) {
        begin();
      }
    });
  }

  @Override
  public void unlocked(Opened open) {
    begin();
  }

  synchronized void begin() {
    if (!begun) {
      begun = true;
      int mine = ++round;
      Thread.ofVirtual().start(() -> keep(mine, watching.apply(this::away)));
    }
  }

  /** A watch that starts after the window closed is of no use; the next window has its own. */
  private synchronized void keep(int mine, SessionWatch started) {
    if (mine != round) {
      started.close();
    } else {
      watch = Optional.of(started);
    }
  }

  /** Returns once the vault is locked; the window follows by itself. */
  private void away(SessionWatch.Cause cause) {
    journal.note(Event.AWAY, cause);
    if (settings.current().protection().lockWithSystem()) {
      vault.lock();
    }
  }

  @Override
  public synchronized void ended() {
    round++;
    begun = false;
    watch.ifPresent(SessionWatch::close);
    watch = Optional.empty();
  }
}
