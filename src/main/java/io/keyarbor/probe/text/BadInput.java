package io.keyarbor.probe.text;

/**
 * A request that is not made, because of what the person gave or what the template asks for. The
 * message is a sentence for a person and holds no secret.
 */
public final class BadInput extends RuntimeException {
  /** A fault with what is wrong and what to do. */
  public BadInput(String message) {
    super(message, null, false, false);
  }
}
