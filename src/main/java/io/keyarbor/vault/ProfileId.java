package io.keyarbor.vault;

import java.util.UUID;

/** Names a profile for its whole life. */
public record ProfileId(UUID value) {
  /** A new random one. */
  public static ProfileId random() {
    return new ProfileId(UUID.randomUUID());
  }
}
