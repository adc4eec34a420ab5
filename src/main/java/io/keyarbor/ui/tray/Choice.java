package io.keyarbor.ui.tray;

import io.keyarbor.vault.CredentialId;

/** What choosing an item of the tray's menu means. */
public sealed interface Choice {
  /** What needs no more words. */
  enum Deed implements Choice {
    /** Looks for a credential in the window. */
    SEARCH,
    /** Tests all that have a test. */
    TEST_ALL,
    /** Locks the vault. */
    LOCK,
    /** Brings the window to the front. */
    OPEN,
    /** Ends the app. */
    QUIT
  }

  /**
   * Copies a value.
   *
   * @param field its name
   */
  record Copy(CredentialId credential, String field) implements Choice {}
}
