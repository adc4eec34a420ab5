package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.wizard.Saver.Gathered;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.VaultException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What adding and editing have in common: opening, asking before a loss, saving, wiping. */
abstract class Flow implements WizardFrame.Turns {
  private final Surroundings around;
  private final WizardFrame frame;
  private Optional<Handle> handle = Optional.empty();
  private boolean over;

  Flow(Surroundings around, List<String> titles) {
    this.around = around;
    this.frame = new WizardFrame(titles, this);
  }

  /** All steps that exist so far. */
  abstract Collection<Step> steps();

  /** The question before what was typed is thrown away. */
  abstract Question beforeLoss();

  Surroundings around() {
    return around;
  }

  WizardFrame frame() {
    return frame;
  }

  /** Shows the dialog. */
  void open(String title) {
    handle = Optional.of(around.dialogs().show(frame.view(), title, this::cancel));
    // However the dialog goes away, also when the vault locks, it leaves no secret behind.
    frame
        .view()
        .sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            end();
          }
        });
  }

  @Override
  public void cancel() {
    if (steps().stream().anyMatch(Step::isChanged)) {
      around.dialogs().confirm(beforeLoss(), this::close);
    } else {
      close();
    }
  }

  /** Saves what was gathered, and closes if that went well. */
  void save(ConnectStep connect, AboutStep about, Function<Gathered, Credential> write) {
    Gathered gathered =
        new Gathered(
            connect.form().template(),
            connect.form().values(),
            connect.form().keptSecrets(),
            connect.own().entered(),
            about.about(),
            connect.trust(),
            connect.test().verdict());
    frame.setBusy(true);
    around
        .background()
        .run(
            () -> {
              try (gathered) {
                return write.apply(gathered);
              }
            },
            saved -> {
              close();
              told(saved);
            },
            failure -> failed(failure, about));
  }

  /** Says that it is saved. */
  void told(Credential saved) {
    around.dialogs().toast(savedWords(saved), Optional.empty());
  }

  static String savedWords(Credential saved) {
    return tr("Saved “{0}”.", saved.details().name());
  }

  /** Says what the last test said, where that is a reason to think twice. */
  void warn(TestRun test) {
    frame.warn(
        test.verdict()
            .filter(verdict -> verdict.outcome() != Outcome.VALID)
            .map(Flow::warning)
            .orElse(""));
  }

  private static String warning(Verdict verdict) {
    return tr("The test said: {0}. You can save it all the same.", tr(verdict.reason().label()));
  }

  private void failed(Throwable failure, AboutStep about) {
    frame.setBusy(false);
    if (failure instanceof VaultException.NameTaken) {
      about.showNameFault(failure.getMessage());
    } else {
      around.dialogs().error(failure);
    }
  }

  private void close() {
    handle.ifPresent(Handle::close);
    end();
  }

  private void end() {
    if (!over) {
      over = true;
      steps().forEach(Step::wipe);
    }
  }
}
