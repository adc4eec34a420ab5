package io.keyarbor.ui.palette;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.ui.work.ServiceLinks;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Copies what is taken and says what was copied, and for how long. For the JavaFX thread. */
final class Taking {
  private final Workspace work;
  private final Consumer<String> say;

  /**
   * Takes from the vault of {@code work}.
   *
   * @param say tells the person, wherever they look now
   */
  Taking(Workspace work, Consumer<String> say) {
    this.work = work;
    this.say = say;
  }

  /**
   * Copies one thing of a credential.
   *
   * @param copied called once it is on the clipboard, before the person is told
   */
  void copy(Candidate from, Take take, Runnable copied) {
    String what = tr("{0} of {1}", take.label(), from.name());
    switch (take.kind()) {
      case PLAIN ->
          plain(from.entry().credential().details().fields().get(take.field()), what, copied);
      case SECRET -> lend(from.id(), take.field(), secret -> secret, what, copied);
      case CODE -> lend(from.id(), take.field(), this::code, what, copied);
    }
  }

  private void plain(String value, String what, Runnable copied) {
    work.copying().plain(value);
    copied.run();
    say.accept(tr("{0} copied", what));
  }

  /** Opens the secret off the JavaFX thread, and wipes it once it is on the clipboard. */
  private void lend(
      CredentialId id, String field, UnaryOperator<Secret> made, String what, Runnable copied) {
    work.background()
        .run(
            () -> work.session().credentials().secret(id, field).map(made),
            found ->
                found.ifPresentOrElse(
                    secret -> lend(secret, what, copied),
                    () -> say.accept(tr("{0} is empty", what))),
            this::failed);
  }

  private void lend(Secret secret, String what, Runnable copied) {
    try (secret) {
      if (work.session().isLocked()) {
        return;
      }
      work.copying().secret(secret);
    }
    copied.run();
    say.accept(tr("{0} copied; cleared in {1} s", what, work.copying().seconds()));
  }

  private Secret code(Secret key) {
    try (key) {
      return Totp.read(key).code(work.clock().instant());
    }
  }

  /** A key that makes no codes is the person's to mend; all else is told in a window. */
  private void failed(Throwable failure) {
    if (failure instanceof IllegalArgumentException bad) {
      say.accept(tr("The field holds no key for one-time codes: {0}.", bad.getMessage()));
    } else {
      work.dialogs().error(failure);
    }
  }

  /** Opens the page where the service's keys are made, or else its documentation. */
  void open(Candidate of) {
    Optional<URI> page =
        of.entry()
            .template()
            .flatMap(t ->
                ServiceLinks.createKey(t, of.entry().credential().details().fields())
                    .or(() -> ServiceLinks.documentation(t)));
    page.ifPresentOrElse(
        work.browser()::open, () -> say.accept(tr("{0} has no page to open.", of.name())));
  }

  /** Copies a command that runs a program with the credential; no secret is in it. */
  void run(Candidate with, Runnable copied) {
    RunLine.of(with.entry().credential(), work.catalogue())
        .ifPresentOrElse(
            line -> plain(line, tr("Command for {0}", with.name()), copied),
            () -> say.accept(tr("{0} has nothing that a program could be given.", with.name())));
  }
}
