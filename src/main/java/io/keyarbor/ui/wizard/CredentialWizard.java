package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Prober;
import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.work.Browser;
import io.keyarbor.ui.work.Edits;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import java.time.Clock;

/**
 * Leads a person through adding a credential, or shows all of one for editing: service, form with
 * test, name and the rest. Whatever way it ends, also by locking, its secrets are wiped. For the
 * JavaFX thread.
 */
public final class CredentialWizard {
  private final Surroundings around;

  /**
   * A wizard for one session.
   *
   * @param browser opens the pages of a service
   * @param templates opens the screen of the service templates
   */
  public CredentialWizard(
      Catalogue catalogue,
      Prober prober,
      Background background,
      Session session,
      Dialogs dialogs,
      FileChoice files,
      Clock clock,
      Browser browser,
      Runnable templates,
      Edits edits) {
    around =
        new Surroundings(
            catalogue,
            prober,
            background,
            session,
            dialogs,
            files,
            clock,
            browser,
            templates,
            edits);
  }

  /** Opens the dialog that adds a credential. */
  public void add() {
    new AddFlow(around).open();
  }

  /** Opens the dialog that edits a credential; tells the person if that cannot be. */
  public void edit(CredentialId id) {
    Credential credential = around.session().credentials().find(id).orElse(null);
    if (credential == null) {
      around
          .dialogs()
          .error(new VaultException.Refused(tr("That credential was deleted meanwhile.")));
      return;
    }
    String type = credential.details().serviceType();
    around
        .catalogue()
        .find(type)
        .ifPresentOrElse(
            template -> new EditFlow(around, template, credential).open(),
            () ->
                around
                    .dialogs()
                    .error(
                        new VaultException.Refused(
                            tr(
                                "The template “{0}” of this credential is not there any more. Put"
                                    + " its file back into the templates folder and try again.",
                                type))));
  }
}
