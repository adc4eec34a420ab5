package io.keyarbor.platform.process;

/** A program that could not be started. The message names it and says what to do. */
public final class LaunchException extends Exception {
  /** There is no such program, as shells say it. */
  public static final int NOT_FOUND = 127;

  /** It is there and cannot be run, as shells say it. */
  public static final int NOT_EXECUTABLE = 126;

  private final int exitCode;

  LaunchException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What a shell would exit with. */
  public int exitCode() {
    return exitCode;
  }
}
