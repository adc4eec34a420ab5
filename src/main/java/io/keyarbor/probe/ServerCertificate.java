package io.keyarbor.probe;

import java.time.Instant;

/**
 * What a person needs to see to decide whether to trust a server.
 *
 * @param issuer empty for a key alone, whose times say nothing
 * @param sha256 fingerprint of the leaf, as {@code AB:CD:...}
 * @param pinned the fingerprint that was expected, empty if none was
 */
public record ServerCertificate(
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    String sha256,
    String pinned) {
  /** Whether it is a key alone, as SSH has it, which nobody issued and which never ends. */
  public boolean isBareKey() {
    return issuer.isEmpty();
  }

  /** What to call it: {@code certificate} or {@code key}. */
  public String kind() {
    return isBareKey() ? "key" : "certificate";
  }
}
