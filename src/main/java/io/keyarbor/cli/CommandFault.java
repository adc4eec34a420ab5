package io.keyarbor.cli;

/** Ends a command with a message for the person and an exit code. Holds no secret. */
public final class CommandFault extends RuntimeException {
  private final int exitCode;

  /**
   * A fault.
   *
   * @param exitCode one of {@link ExitCode}
   * @param message what happened, where, and what to do
   */
  public CommandFault(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Nothing has that name. */
  public static CommandFault notFound(String message) {
    return new CommandFault(ExitCode.NOT_FOUND, message);
  }

  /** The command was not given what it needs. */
  public static CommandFault usage(String message) {
    return new CommandFault(ExitCode.USAGE, message);
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }
}
