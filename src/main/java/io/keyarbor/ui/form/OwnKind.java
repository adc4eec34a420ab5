package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Totp;
import io.keyarbor.transfer.Draft;
import java.util.Locale;

/** What a field can hold that a person adds to a credential. */
enum OwnKind {
  TEXT("Text"),
  LINES("Text of several lines"),
  SECRET("Secret"),
  CODE("One-time code"),
  FILE("File…");

  private final String label;

  OwnKind(String label) {
    this.label = label;
  }

  /** What it is called in the menu. */
  String label() {
    return tr(label);
  }

  boolean isSecret() {
    return this == SECRET || this == CODE || this == FILE;
  }

  /** Of a plain field with that value. */
  static OwnKind ofPlain(String value) {
    return value.indexOf('\n') >= 0 ? LINES : TEXT;
  }

  /** Of a secret field with that name. */
  static OwnKind ofSecret(String fieldName) {
    if (fieldName.startsWith(Draft.ATTACHMENT)) {
      return FILE;
    }
    return Totp.FIELD_NAMES.contains(fieldName.toLowerCase(Locale.ROOT)) ? CODE : SECRET;
  }
}
