package io.keyarbor.transfer.read;

import io.keyarbor.crypto.Secret;
import java.util.Optional;

/**
 * Where a note goes: beside a credential, or, where there is nothing else, as the secret itself.
 */
public final class Notes {
  /** The field of a {@link Services#SECRET} that says what kind of secret it is. */
  public static final String KIND = "kind";

  /** What it says of a note, and the field that a note is in. */
  public static final String NOTE = "note";

  private Notes() {}

  /**
   * Puts {@code note} into {@code draft}, which has all else by now, and closes it. A note alone is
   * a secret, whatever it is the note of: people keep recovery codes and keys in them, and notes
   * beside a credential are shown to whoever may list it.
   */
  public static void put(Optional<Secret> note, DraftBuilder draft) {
    if (note.isEmpty()) {
      return;
    }
    boolean isKind = draft.service().equals(Services.SECRET) && !draft.hasSecret();
    if (isKind || draft.isEmpty()) {
      draft.service(Services.SECRET).plain(KIND, NOTE).secret(NOTE, note.get());
    } else {
      try (Secret text = note.get()) {
        draft.notes(text.useChars(String::new));
      }
    }
  }
}
