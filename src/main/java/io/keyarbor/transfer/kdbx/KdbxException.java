package io.keyarbor.transfer.kdbx;

import java.io.IOException;

/**
 * Why a file cannot be read. It passes through streams, hence its kind; the message is the end of a
 * sentence that begins with the file's name, and holds nothing of the content.
 */
final class KdbxException extends IOException {
  private final boolean wrongKey;

  KdbxException(String message) {
    this(message, false);
  }

  private KdbxException(String message, boolean wrongKey) {
    super(message);
    this.wrongKey = wrongKey;
  }

  static KdbxException wrongKey() {
    return new KdbxException("the password or the key file does not open it", true);
  }

  static KdbxException cutShort() {
    return new KdbxException("it ends too early; take an undamaged copy of it");
  }

  static KdbxException damaged(String part) {
    return new KdbxException(part + " is damaged; take an undamaged copy of it");
  }

  boolean isWrongKey() {
    return wrongKey;
  }
}
