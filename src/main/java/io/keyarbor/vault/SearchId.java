package io.keyarbor.vault;

import java.util.UUID;

/** Names a saved search for its whole life. */
public record SearchId(UUID value) {
  /** A new random one. */
  public static SearchId random() {
    return new SearchId(UUID.randomUUID());
  }
}
