package io.keyarbor.transfer.read;

/**
 * Where a note goes: beside a credential, or, where there is nothing else, as the secret itself.
 */
public final class Notes {
  private Notes() {}

  /**
   * Puts {@code note} into {@code draft}. A note alone is a secret: people keep recovery codes and
   * keys in them, and notes beside a credential are shown to whoever may list it.
   */
  public static void put(Node note, DraftBuilder draft) {
    if (!draft.hasSecret() && draft.service().equals(Services.SECRET)) {
      draft.plain("kind", "note");
      note.secret().ifPresent(text -> draft.secret("note", text));
    } else {
      draft.notes(note.text());
    }
  }
}
