package io.keyarbor.vault;

import java.util.UUID;

/** Names a group for its whole life. */
public record GroupId(UUID value) {
  /** A new random one. */
  public static GroupId random() {
    return new GroupId(UUID.randomUUID());
  }
}
