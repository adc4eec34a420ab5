package io.keyarbor.cli;

/** What a command's exit code says; scripts rely on these numbers. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;

  /** The vault is locked, or the password is wrong. */
  public static final int LOCKED = 3;

  public static final int NOT_FOUND = 4;

  /** A test said that a secret is invalid. */
  public static final int INVALID = 5;

  /** A test could not decide. */
  public static final int UNDECIDED = 6;

  /** Refused by a role or a lockdown. */
  public static final int REFUSED = 7;

  private ExitCode() {}
}
