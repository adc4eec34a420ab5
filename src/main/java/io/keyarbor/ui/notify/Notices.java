package io.keyarbor.ui.notify;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.Timer.Pending;
import io.keyarbor.platform.notify.Notifier;
import io.keyarbor.settings.Presence;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.ui.notify.Reminders.Due;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.testing.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/**
 * Tells by the system's notifications what a person should know who does not look at the window.
 * Quiet hours hold news back until they are over; a lock takes back what names anything. For the
 * JavaFX thread.
 */
public final class Notices implements Companion {
  /** How often it is looked what ends soon, and whether quiet hours are over. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

  private static final int MOST_HELD = 50;

  private final DesktopControls window;
  private final SettingsStore settings;
  private final Notifier notifier;
  private final Timer timer;
  private final Clock clock;
  private final Reminders reminders = new Reminders();
  private final List<Change> held = new ArrayList<>();
  private Optional<Opened> open = Optional.empty();
  private Optional<Pending> next = Optional.empty();

  /**
   * Tells nothing yet.
   *
   * @param timer calls on the JavaFX thread
   */
  public Notices(
      DesktopControls window, SettingsStore settings, Notifier notifier, Timer timer, Clock clock) {
    this.window = window;
    this.settings = settings;
    this.notifier = notifier;
    this.timer = timer;
    this.clock = clock;
  }

  @Override
  public void unlocked(Opened opened) {
    open = Optional.of(opened);
    opened.testing().onFound(this::found);
    look();
  }

  @Override
  public void locked() {
    next.ifPresent(Pending::cancel);
    next = Optional.empty();
    held.clear();
    if (open.isPresent()) {
      notifier.takeBack();
    }
    open = Optional.empty();
  }

  private void look() {
    if (open.isEmpty()) {
      return;
    }
    try {
      if (isAllowed() && !isQuiet()) {
        remind(open.get());
        tellHeld();
      }
    } catch (VaultException.Locked e) {
      // It was locked elsewhere, and is told here next.
      return;
    }
    next = Optional.of(timer.after(LOOK_EVERY, this::look));
  }

  private void remind(Opened opened) {
    LocalDate today = LocalDate.now(clock);
    List<Due> due =
        reminders.due(opened.work().session().credentials().all(), today, clock.getZone());
    if (!due.isEmpty()) {
      due.forEach(d -> reminders.tell(d.id(), today));
      tell(Notice.of(due));
    }
  }

  private void tellHeld() {
    if (!held.isEmpty()) {
      tell(Notice.of(held, clock.getZone()));
      held.clear();
    }
  }

  private void found(List<Change> changes) {
    if (!isAllowed() || isLookedAt()) {
      return;
    }
    List<Change> news = changes.stream().filter(c -> !isKnown(c)).toList();
    if (isQuiet()) {
      news.stream().limit(Math.max(0, MOST_HELD - held.size())).forEach(held::add);
    } else if (!news.isEmpty()) {
      tell(Notice.of(news, clock.getZone()));
    }
  }

  /** What ends soon is told by whoever comes first, once a day. */
  private boolean isKnown(Change change) {
    return change.kind() == Change.Kind.ENDS_SOON
        && !reminders.tell(change.credential(), LocalDate.now(clock));
  }

  /** Of no use later, so quiet hours drop it. */
  @Override
  public void said(String words) {
    if (isAllowed() && !isQuiet() && !isLookedAt()) {
      tell(new Notice(words, ""));
    }
  }

  private void tell(Notice notice) {
    notifier.tell(notice.title(), notice.text(), () -> Platform.runLater(window::raise));
  }

  private boolean isAllowed() {
    return settings.current().presence().notifications();
  }

  private boolean isQuiet() {
    Optional<Presence.Quiet> quiet = settings.current().presence().quiet();
    return quiet.filter(q -> q.holds(LocalTime.now(clock))).isPresent();
  }

  private boolean isLookedAt() {
    return window.stage().isShowing() && window.stage().isFocused();
  }
}
