package io.keyarbor.cli.mask;

import io.keyarbor.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The ways in which programs print secrets: as they are, line by line, in Base64 (wherever one
 * starts within a longer text that is encoded), and percent-encoded. Wiped when closed.
 */
public final class SecretForms implements AutoCloseable {
  /** A shorter secret would be found within common words. */
  public static final int SHORTEST = 4;

  /** A shorter line of a long secret, such as a brace, is no secret. */
  private static final int SHORTEST_LINE = 16;

  /** A shorter piece of Base64 is found by chance. */
  private static final int SHORTEST_BASE64 = 8;

  private static final String UNRESERVED = "-._~";
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final List<byte[]> forms = new ArrayList<>();
  private int unmasked;

  /** The forms of {@code secrets}, which stay the caller's. */
  public static SecretForms of(Collection<Secret> secrets) {
    SecretForms all = new SecretForms();
    for (Secret secret : secrets) {
      secret.use(bytes -> {
        all.add(bytes);
        return null;
      });
    }
    return all;
  }

  private void add(byte[] secret) {
    if (secret.length < SHORTEST) {
      unmasked += secret.length > 0 ? 1 : 0;
      return;
    }
    keep(secret.clone());
    lines(secret);
    base64(secret);
    keep(percentEncoded(secret, false));
    keep(percentEncoded(secret, true));
  }

  private void keep(byte[] form) {
    forms.add(form);
  }

  private void lines(byte[] secret) {
    int start = 0;
    for (int i = 0; i <= secret.length; i++) {
      if (i == secret.length || secret[i] == '\n' || secret[i] == '\r') {
        // The first and last lines of a PEM block are the same in all of them.
        if (i - start >= SHORTEST_LINE && i - start < secret.length && secret[start] != '-') {
          keep(Arrays.copyOfRange(secret, start, i));
        }
        start = i + 1;
      }
    }
  }

  /** Three bytes make four letters, so there are three places within such a group to start at. */
  private void base64(byte[] secret) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + secret.length];
      System.arraycopy(secret, 0, shifted, before, secret.length);
      // Letters that are made of the secret's bits alone.
      int first = (before * 8 + 5) / 6;
      int last = shifted.length * 8 / 6;
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        byte[] letters = encoder.encode(shifted);
        if (last - first >= SHORTEST_BASE64) {
          keep(Arrays.copyOfRange(letters, first, last));
        }
        Arrays.fill(letters, (byte) 0);
      }
      Arrays.fill(shifted, (byte) 0);
    }
  }

  private static byte[] percentEncoded(byte[] secret, boolean form) {
    byte[] encoded = new byte[secret.length * 3];
    int length = 0;
    for (byte b : secret) {
      if (b > 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0)) {
        encoded[length++] = b;
      } else if (form && b == ' ') {
        encoded[length++] = '+';
      } else {
        encoded[length++] = '%';
        encoded[length++] = HEX[b >> 4 & 15];
        encoded[length++] = HEX[b & 15];
      }
    }
    byte[] exact = Arrays.copyOf(encoded, length);
    Arrays.fill(encoded, (byte) 0);
    return exact;
  }

  /** All of them; some may be the same. */
  List<byte[]> all() {
    return Collections.unmodifiableList(forms);
  }

  /** How many secrets are too short to be masked. */
  public int unmasked() {
    return unmasked;
  }

  @Override
  public void close() {
    forms.forEach(form -> Arrays.fill(form, (byte) 0));
    forms.clear();
  }
}
