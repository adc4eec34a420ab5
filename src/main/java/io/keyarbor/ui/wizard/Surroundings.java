package io.keyarbor.ui.wizard;

import io.keyarbor.probe.Prober;
import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.work.Browser;
import io.keyarbor.ui.work.Edits;
import io.keyarbor.vault.Session;
import java.time.Clock;

/**
 * What the steps work with.
 *
 * @param templates opens the screen of the service templates
 */
record Surroundings(
    Catalogue catalogue,
    Prober prober,
    Background background,
    Session session,
    Dialogs dialogs,
    FileChoice files,
    Clock clock,
    Browser browser,
    Runnable templates,
    Edits edits) {}
