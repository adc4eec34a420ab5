package io.keyarbor.cli.mask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No secret gets through a mask, however it comes; all else does, at once. */
class MaskTest {
  private static String masked(List<String> secrets, String text, int chunk) {
    List<Secret> all = secrets.stream().map(s -> Secret.take(s.getBytes(ISO_8859_1))).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Mask mask = new Mask(all);
        OutputStream stream = mask.over(out)) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      for (int i = 0; i < bytes.length; i += chunk) {
        stream.write(bytes, i, Math.min(chunk, bytes.length - i));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    all.forEach(Secret::close);
    return out.toString(ISO_8859_1);
  }

  @Provide
  Arbitrary<List<String>> secrets() {
    // Few letters, so that secrets overlap, repeat and hold each other.
    return Arbitraries.strings()
        .withChars("ab-")
        .ofMinLength(4)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab-\n").ofMaxLength(200);
  }

  /** The slow way: each byte that belongs to any occurrence of any secret is hidden. */
  private static String expected(List<String> secrets, String text) {
    boolean[] hidden = new boolean[text.length()];
    for (String secret : secrets) {
      for (int i = text.indexOf(secret); i >= 0; i = text.indexOf(secret, i + 1)) {
        Arrays.fill(hidden, i, i + secret.length(), true);
      }
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < hidden.length; i++) {
      if (!hidden[i]) {
        shown.append(text.charAt(i));
      } else if (i == 0 || !hidden[i - 1]) {
        shown.append("***");
      }
    }
    return shown.toString();
  }

  @Property(tries = 500)
  void whateverTheChunksAre(
      @ForAll("secrets") List<String> secrets,
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 1, max = 50) int chunk) {
    assertEquals(expected(secrets, text), masked(secrets, text, chunk));
  }

  @Property(tries = 100)
  void inBase64WhereverItStandsAndPercentEncoded(
      @ForAll @IntRange(min = 0, max = 5) int before,
      @ForAll @IntRange(min = 0, max = 5) int after) {
    String secret = "pass/word?+ü 0123456789";
    byte[] whole = ("x".repeat(before) + secret + "y".repeat(after)).getBytes(UTF_8);
    String latin = new String(secret.getBytes(UTF_8), ISO_8859_1);
    for (Base64.Encoder encoder :
        List.of(
            Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getUrlEncoder().withoutPadding())) {
      String shown = masked(List.of(latin), encoder.encodeToString(whole), 7);
      assertTrue(shown.contains("***"), shown);
      // At most the letters that hold bits of what stands around it.
      assertTrue(shown.length() <= 3 + (before * 4 + 2) / 3 + 1 + (after * 4 + 2) / 3 + 4, shown);
    }
    String form = URLEncoder.encode(secret, UTF_8);
    assertEquals("q=***&", masked(List.of(latin), "q=" + form + "&", 3));
    assertEquals("q=***&", masked(List.of(latin), "q=" + form.replace("+", "%20") + "&", 3));
  }

  @Example
  void aPromptIsSeenAtOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Secret secret = Secret.take("sesame".getBytes(UTF_8));
        Mask mask = new Mask(List.of(secret));
        OutputStream stream = mask.over(out)) {
      stream.write("Password: se".getBytes(UTF_8));
      assertEquals("Password: ", out.toString(UTF_8));
      stream.write("lf".getBytes(UTF_8));
      assertEquals("Password: self", out.toString(UTF_8));
    }
  }

  @Example
  void linesOfALongSecretAreHiddenAndShortSecretsAreCounted() {
    String pem =
        "-----BEGIN FAKE-----\nMIIFAKEFAKEFAKEFAKE1\nMIIFAKEFAKEFAKEFAKE2\n-----END FAKE-----\n";
    String shown = masked(List.of(pem), "> MIIFAKEFAKEFAKEFAKE2\n{\n", 5);
    assertEquals("> ***\n{\n", shown);
    try (Secret tiny = Secret.take(new byte[] {'a', 'b', 'c'});
        Mask mask = new Mask(List.of(tiny))) {
      assertEquals(1, mask.unmasked());
    }
    assertEquals("abc", masked(List.of("abc"), "abc", 1));
  }

  @Example
  void aLargeSecretInALargeOutput() {
    String secret = "0123456789abcdef".repeat(8 * 1024) + "!";
    String noise = "0123456789abcdee".repeat(1000);
    String shown = masked(List.of(secret), noise + secret + noise, 8192);
    assertEquals(noise + "***" + noise, shown);
    assertFalse(shown.contains("!"));
  }
}
