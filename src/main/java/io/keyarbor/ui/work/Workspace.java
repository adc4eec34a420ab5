package io.keyarbor.ui.work;

import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.vault.Session;
import java.time.Clock;

/**
 * What every window over an unlocked vault works with.
 *
 * @param edits the only ones, for they know what each way back made
 */
public record Workspace(
    Session session,
    Catalogue catalogue,
    Background background,
    Dialogs dialogs,
    FileChoice files,
    Copying copying,
    Clock clock,
    Browser browser,
    Edits edits) {
  /** With edits of that session. */
  public Workspace(
      Session session,
      Catalogue catalogue,
      Background background,
      Dialogs dialogs,
      FileChoice files,
      Copying copying,
      Clock clock,
      Browser browser) {
    this(
        session,
        catalogue,
        background,
        dialogs,
        files,
        copying,
        clock,
        browser,
        new Edits(session, background, dialogs));
  }
}
