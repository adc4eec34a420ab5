package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.retold;

import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.sweep.Replacement;
import io.keyarbor.transfer.sweep.Replacements;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files were written, and why others were not. Writes files, so not for the JavaFX thread.
 *
 * @param faults sentences for a person
 */
record Replaced(List<Path> files, List<String> faults) {
  /** Writes one file after the other; one that cannot be written does not keep others from it. */
  static Replaced by(Session session, Replacements replacements, List<Replacement> plans) {
    List<Path> files = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Replacement plan : plans) {
      try {
        replacements.replace(session, plan);
        files.add(plan.file());
      } catch (TransferException | VaultException e) {
        faults.add(retold(e.getMessage()));
      }
    }
    return new Replaced(files, faults);
  }

  /** Nothing was to be written. */
  static Replaced none() {
    return new Replaced(List.of(), List.of());
  }

  /** Puts all files back that nobody edited since; says which could not be. */
  List<String> undo(Session session, Replacements replacements) {
    List<String> left = new ArrayList<>();
    for (Path file : files) {
      try {
        replacements.undo(session, file, false);
      } catch (TransferException | VaultException e) {
        left.add(retold(e.getMessage()));
      }
    }
    return left;
  }
}
