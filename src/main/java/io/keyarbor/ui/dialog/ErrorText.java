package io.keyarbor.ui.dialog;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.journal.ErrorCode;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.VaultException;
import java.util.Optional;

/**
 * A failure in words for a person: what happened, why, what to do.
 *
 * @param code names the place in the program for an unexpected failure; holds nothing of a vault
 */
public record ErrorText(String title, String message, Optional<String> code) {
  /** The words for {@code failure}. */
  public static ErrorText of(Throwable failure) {
    return switch (failure) {
      case VaultException e ->
          new ErrorText(tr("That did not work"), retold(e.getMessage()), Optional.empty());
      case TransferException e ->
          new ErrorText(tr("That did not work"), retold(e.getMessage()), Optional.empty());
      case SettingsStore.NotSaved e ->
          new ErrorText(tr("Settings not saved"), retold(e.getMessage()), Optional.empty());
      default ->
          new ErrorText(
              tr("Something unexpected happened"),
              tr(
                  "Keyarbor could not finish this. What was saved before is safe; try again. If it"
                      + " happens again, report it with this code, which holds nothing of your"
                      + " vault:"),
              Optional.of(ErrorCode.of(failure)));
    };
  }
}
