package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where a command reads and writes. Data go to {@link #out}, all else to {@link #err}, so that a
 * pipe gets data alone.
 */
public interface Terminal {
  /** For what was asked for, UTF-8. */
  PrintStream out();

  /** For messages, progress and prompts, UTF-8. */
  PrintStream err();

  /** What is piped in. */
  InputStream in();

  /** Whether a person sees {@link #out}: then tables may have colours. */
  boolean isOutTerminal();

  /** Whether a person sees {@link #err}: then progress may be shown. */
  boolean isErrTerminal();

  /** Whether a person can be asked. */
  boolean isInteractive();

  /**
   * Asks for something that is not shown while it is typed.
   *
   * @return for the caller to close; empty if nobody can be asked, or input ended
   */
  Optional<Secret> askSecret(String prompt);

  /** Asks for a line of text; empty if nobody can be asked, or input ended. */
  Optional<String> ask(String prompt);
}
