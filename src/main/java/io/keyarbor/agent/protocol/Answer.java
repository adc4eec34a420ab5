package io.keyarbor.agent.protocol;

import io.keyarbor.vault.VaultException;

/** How the agent's frames start: what kind of answer it is. */
public final class Answer {
  private static final int DONE = 0;
  private static final int FAULT = 1;

  private Answer() {}

  /** Starts the answer to a request that was met. */
  public static void done(FrameWriter out) {
    out.int8(DONE);
  }

  /** The answer to a request that was not. */
  public static void fault(FrameWriter out, VaultException fault) {
    out.int8(FAULT);
    out.text(fault.getClass().getSimpleName());
    out.text(fault.getMessage());
  }

  /**
   * Reads an answer's start.
   *
   * @throws VaultException what the agent had to say instead
   * @throws Malformed if it is no answer
   */
  public static void check(FrameReader in) {
    int status = in.int8();
    if (status == FAULT) {
      throw VaultException.retold(in.text(), in.text());
    }
    if (status != DONE) {
      throw new Malformed("an answer of an unknown kind");
    }
  }
}
