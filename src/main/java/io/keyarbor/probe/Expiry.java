package io.keyarbor.probe;

import java.time.Instant;

/** Until when a secret works, as far as the service tells. */
public sealed interface Expiry {
  /** It stops at that moment. */
  record At(Instant when) implements Expiry {}

  /** The service says that it does not expire. */
  record Never() implements Expiry {}

  /** The service does not say. */
  record Unknown() implements Expiry {}
}
