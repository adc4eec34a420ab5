package io.keyarbor.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SecretBufferTest {
  /** One edit; positions are taken modulo the length of the moment. */
  record Edit(int from, int to, String text) {}

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> text = Arbitraries.strings().withChars("aé€\uD83D\uDD11\n").ofMaxLength(90);
    return Combinators.combine(
            Arbitraries.integers().between(0, 1000), Arbitraries.integers().between(0, 1000), text)
        .as(Edit::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 300)
  void holdsWhatAStringBuilderWouldHold(@ForAll("edits") List<Edit> edits) {
    StringBuilder oracle = new StringBuilder();
    try (SecretBuffer buffer = new SecretBuffer()) {
      for (Edit edit : edits) {
        int a = edit.from() % (oracle.length() + 1);
        int b = edit.to() % (oracle.length() + 1);
        int start = Math.min(a, b);
        int end = Math.max(a, b);
        oracle.replace(start, end, edit.text());
        buffer.replace(start, end, edit.text().toCharArray());
        assertEquals(oracle.length(), buffer.length());
      }
      for (int i = 0; i < oracle.length(); i++) {
        assertEquals(oracle.charAt(i), buffer.charAt(i));
      }
      try (Secret secret = buffer.toSecret()) {
        byte[] expected = oracle.toString().getBytes(StandardCharsets.UTF_8);
        secret.use(bytes -> {
          assertArrayEquals(expected, bytes);
          return null;
        });
      }
    }
  }

  @Test
  void isEmptyAndUsableAfterAWipe() {
    SecretBuffer buffer = new SecretBuffer();
    buffer.insert(0, "first".toCharArray());
    buffer.wipe();
    assertEquals(0, buffer.length());
    assertThrows(IndexOutOfBoundsException.class, () -> buffer.charAt(0));
    buffer.insert(0, "second".toCharArray());
    assertEquals("second", text(buffer));
    buffer.close();
  }

  @Test
  void takesASecretOverWithoutTouchingIt() {
    try (SecretBuffer buffer = new SecretBuffer();
        Secret secret = Secret.takeUtf8("clé €".toCharArray())) {
      buffer.insert(0, "what was here before".toCharArray());
      buffer.set(secret);
      assertEquals("clé €", text(buffer));
      assertFalse(secret.isClosed());
    }
  }

  @Test
  void refusesARangeOutsideAndStaysAsItWas() {
    try (SecretBuffer buffer = new SecretBuffer()) {
      buffer.insert(0, "abc".toCharArray());
      assertThrows(IndexOutOfBoundsException.class, () -> buffer.delete(1, 4));
      assertThrows(IndexOutOfBoundsException.class, () -> buffer.insert(4, new char[1]));
      assertEquals("abc", text(buffer));
    }
  }

  @Test
  void saysNothingOfItsContent() {
    try (SecretBuffer buffer = new SecretBuffer()) {
      buffer.insert(0, "abc".toCharArray());
      assertEquals("SecretBuffer", buffer.toString());
    }
  }

  private static String text(SecretBuffer buffer) {
    try (Secret secret = buffer.toSecret()) {
      return secret.useChars(String::new);
    }
  }
}
