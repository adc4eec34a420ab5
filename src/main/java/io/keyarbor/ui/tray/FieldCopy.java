package io.keyarbor.ui.tray;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.ui.tray.Choice.Copy;
import io.keyarbor.ui.work.OneTimeCode;
import io.keyarbor.ui.work.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Copies a field of a credential, and of a one-time password the code of the moment. */
final class FieldCopy {
  private FieldCopy() {}

  /** Whether that field is copied as a one-time code. */
  static boolean isCode(String field) {
    return Totp.isNamed(field);
  }

  /**
   * Copies it, and says so.
   *
   * @param failed told why it is not copied
   */
  static void of(Copy choice, Workspace work, Consumer<Throwable> failed) {
    var credentials = work.session().credentials();
    Optional<String> plain =
        credentials
            .find(choice.credential())
            .map(c -> c.details().fields().get(choice.field()))
            .filter(text -> !isCode(choice.field()));
    if (plain.isPresent()) {
      work.copying().plain(plain.get());
      done(choice, work, tr("Copied"));
      return;
    }
    work.background()
        .run(
            () ->
                credentials
                    .secret(choice.credential(), choice.field())
                    .map(secret -> copied(choice.field(), secret, work.clock().instant())),
            found ->
                found.ifPresent(secret -> {
                  try (secret) {
                    work.copying().secret(secret);
                  }
                  done(choice, work, tr("Copied; cleared in {0} s", work.copying().seconds()));
                }),
            failed);
  }

  private static void done(Copy choice, Workspace work, String words) {
    work.copying().recent().used(choice.credential());
    work.dialogs().toast(words, Optional.empty());
    work.dialogs().finished(words);
  }

  /**
   * What is copied of {@code kept}, as the window does: a code of a key for codes, never the key.
   */
  static Secret copied(String field, Secret kept, Instant now) {
    return Totp.isMeant(field, kept) ? OneTimeCode.of(kept, now) : kept;
  }
}
