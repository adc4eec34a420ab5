package io.keyarbor.transfer;

/**
 * A file that cannot be read or written as a whole. The message says what, where and what to do,
 * and holds no secret and no text of the file.
 */
public final class TransferException extends Exception {
  private final boolean wrongPassword;

  /** A fault with its message. */
  public TransferException(String message) {
    this(message, false);
  }

  private TransferException(String message, boolean wrongPassword) {
    super(message);
    this.wrongPassword = wrongPassword;
  }

  /** The password or the key file does not open the file. */
  public static TransferException wrongPassword(String message) {
    return new TransferException(message, true);
  }

  /** Whether another password may help. */
  public boolean isWrongPassword() {
    return wrongPassword;
  }
}
