package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import java.util.Arrays;

/** The text of an element, not a String before it is known to be no secret. */
sealed interface Value extends AutoCloseable {
  /** The text, where it is no secret; this value is done with then. */
  String text();

  /** The text as a secret, for the caller to close; this value is done with then. */
  Secret secret();

  /** In bytes, or in characters of plain text. */
  int length();

  @Override
  void close();

  /** Protected in the file. */
  record Hidden(Secret bytes) implements Value {
    @Override
    public String text() {
      try (bytes) {
        return bytes.useChars(String::new);
      }
    }

    @Override
    public Secret secret() {
      return bytes;
    }

    @Override
    public int length() {
      return bytes.length();
    }

    @Override
    public void close() {
      bytes.close();
    }
  }

  /** Plain in the file. */
  final class Open implements Value {
    private final char[] chars;

    /** Takes over {@code chars}. */
    Open(char[] chars) {
      this.chars = chars;
    }

    /** The characters, for the caller to wipe. */
    char[] take() {
      return chars;
    }

    @Override
    public String text() {
      String text = new String(chars);
      close();
      return text;
    }

    @Override
    public Secret secret() {
      return Secret.takeUtf8(chars);
    }

    @Override
    public int length() {
      return chars.length;
    }

    @Override
    public void close() {
      Arrays.fill(chars, '\0');
    }
  }

  /** Longer than a credential's values may be; nothing of it is kept. */
  record TooLong() implements Value {
    @Override
    public String text() {
      return "";
    }

    @Override
    public Secret secret() {
      return Secret.take(new byte[0]);
    }

    @Override
    public int length() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
