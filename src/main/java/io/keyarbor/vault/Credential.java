package io.keyarbor.vault;

import io.keyarbor.probe.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One named set of fields for one service, without its secrets. An immutable snapshot.
 *
 * @param revision grows with every change; an edit says which one it was made from
 * @param version number of the current secrets, from 1; grows when a secret changes
 * @param secretFields names of the fields that hold a secret
 * @param lastTest the newest verdict on what is tested now: forgotten when the service, a field, a
 *     secret that is no attached file, or whom the test trusts changes
 * @param trashed when it was put in the trash; empty while it is in use
 */
public record Credential(
    CredentialId id,
    Details details,
    int revision,
    int version,
    Set<String> secretFields,
    Optional<Verdict> lastTest,
    Instant created,
    Instant updated,
    Optional<Instant> trashed) {
  /** What the name of a field that holds an attached file begins with. */
  public static final String ATTACHMENT = "file:";
}
