package io.keyarbor.vault.testing;

import io.keyarbor.probe.Reason;
import io.keyarbor.vault.CredentialId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something about a credential that a person should know, and need not have watched for.
 *
 * @param name what it is called
 * @param reason of the verdict that tells it
 * @param detail the sentence of that verdict
 * @param at when it was found
 * @param ends when the secret stops working, for {@link Kind#ENDS_SOON}
 */
public record Change(
    CredentialId credential,
    String name,
    Kind kind,
    Reason reason,
    String detail,
    Instant at,
    Optional<Instant> ends) {

  /** What happened. */
  public enum Kind {
    /** The service refuses the secret, or refuses it for another reason than before. */
    FAILS,
    /** It is accepted again, or without the limit it had. */
    WORKS_AGAIN,
    /** It is accepted still, but no longer for all: a permission or quota is missing. */
    LIMITED,
    /** No verdict is to be had until a person does something, e.g. about a certificate. */
    NEEDS_CARE,
    /** It works, but not for long. */
    ENDS_SOON
  }
}
