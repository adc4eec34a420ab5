package io.keyarbor.agent.protocol;

/** What came is not what the protocol says. Its message quotes nothing of it. */
public final class Malformed extends RuntimeException {
  /** A fault with what is wrong. */
  public Malformed(String what) {
    super(what);
  }
}
