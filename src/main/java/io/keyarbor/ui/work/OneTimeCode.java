package io.keyarbor.ui.work;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.vault.VaultException;
import java.time.Instant;

/** The one-time code of a moment. */
public final class OneTimeCode {
  private OneTimeCode() {}

  /**
   * Made of {@code key}, which is closed; for the caller to close.
   *
   * @throws VaultException.Refused if no code can be made of it; the message holds nothing of it
   */
  public static Secret of(Secret key, Instant moment) {
    try (key) {
      return Totp.read(key).code(moment);
    } catch (IllegalArgumentException unreadable) {
      throw new VaultException.Refused(
          "No one-time code can be made from what is kept: "
              + unreadable.getMessage()
              + ". Edit the credential and enter the key again.");
    }
  }
}
