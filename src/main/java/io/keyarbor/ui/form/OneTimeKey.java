package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.ui.control.SecretField;

/** Looks at what is typed as a key for one-time codes. */
final class OneTimeKey {
  private OneTimeKey() {}

  /** What is wrong with the content of {@code field}, as a sentence; empty if nothing is. */
  static String fault(SecretField field) {
    try (Secret typed = field.secret()) {
      return Totp.fault(typed)
          .map(why ->
              tr(
                  "This makes no one-time codes: {0}. Paste the otpauth:// address or the Base32 key that the service shows.",
                  tr(why)))
          .orElse("");
    }
  }

  /** What codes a key without a fault makes. */
  static String words(SecretField field) {
    try (Secret typed = field.secret();
        Totp totp = Totp.read(typed)) {
      return tr(
          "Makes codes of {0} digits, a new one every {1} seconds.", totp.digits(), totp.period());
    }
  }
}
