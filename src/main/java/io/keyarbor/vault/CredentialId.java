package io.keyarbor.vault;

import java.util.UUID;

/** Names a credential for its whole life, whatever it is called. */
public record CredentialId(UUID value) {
  /** A new random one. */
  public static CredentialId random() {
    return new CredentialId(UUID.randomUUID());
  }
}
