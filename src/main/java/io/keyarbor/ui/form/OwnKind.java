package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Totp;
import io.keyarbor.transfer.Draft;
import java.util.Locale;

/** What a field can hold that a person adds to a credential. */
enum OwnKind {
  TEXT,
  LINES,
  SECRET,
  CODE,
  FILE;

  /** What it is called in the menu. */
  String label() {
    return switch (this) {
      case TEXT -> tr("Text");
      case LINES -> tr("Text of several lines");
      case SECRET -> tr("Secret");
      case CODE -> tr("One-time code");
      case FILE -> tr("File…");
    };
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
