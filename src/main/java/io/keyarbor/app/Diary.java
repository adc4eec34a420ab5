package io.keyarbor.app;

import io.keyarbor.platform.journal.Event;
import io.keyarbor.platform.journal.Journal;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.Opened;

/** Writes the life of the window into the log. */
final class Diary implements Companion {
  private final Journal journal;
  private boolean open;

  /** The app starts. Failures that nobody catches are written down too, without their messages. */
  Diary(Journal journal) {
    this.journal = journal;
    journal.started();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> journal.failed(failure));
  }

  @Override
  public void unlocked(Opened now) {
    open = true;
    journal.note(Event.UNLOCKED);
  }

  @Override
  public void locked() {
    // Told also before the first unlock.
    if (open) {
      journal.note(Event.LOCKED);
    }
    open = false;
  }

  @Override
  public void ended() {
    journal.note(Event.ENDED);
  }
}
