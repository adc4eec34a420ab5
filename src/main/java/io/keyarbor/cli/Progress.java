package io.keyarbor.cli;

/** One line on the standard error that says how far a command is, if a person sees it. */
public final class Progress {
  private static final String CLEAR = "\r\033[K";

  private final Terminal terminal;

  /** Shows nothing yet. */
  public Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Puts {@code text} in the place of what was shown. */
  public void show(String text) {
    if (terminal.isErrTerminal()) {
      terminal.err().print(CLEAR + text);
      terminal.err().flush();
    }
  }

  /** Clears the line. */
  public void end() {
    show("");
  }
}
