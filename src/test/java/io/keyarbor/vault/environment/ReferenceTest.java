package io.keyarbor.vault.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** References read back as they were printed, and what is none is told why. */
class ReferenceTest {
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(30)
        .filter(s -> !s.isBlank() && s.codePoints().noneMatch(ReferenceTest::cannotBeWritten));
  }

  /** Lone surrogates are no text. */
  private static boolean cannotBeWritten(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }

  @Property(tries = 300)
  void printedAndReadBack(@ForAll("names") String name, @ForAll("names") String field) {
    Reference whole = new Reference(name, Optional.of(field));
    assertEquals(whole, Reference.parse(whole.toString()));
    assertTrue(whole.toString().matches("keyarbor://[A-Za-z0-9._~%-]+/[A-Za-z0-9._~%-]+"));
    Reference main = new Reference(name, Optional.empty());
    assertEquals(main, Reference.parse(main.toString()));
  }

  @Property(tries = 300)
  void anythingElseIsAFault(@ForAll String text) {
    try {
      Reference read = Reference.parse(Reference.SCHEME + text);
      assertEquals(read, Reference.parse(read.toString()));
    } catch (EnvironmentFault told) {
      assertTrue(told.getMessage().contains("is no reference: "));
    }
  }

  @Example
  void peopleMayWriteSpacesAndLetters() {
    assertEquals(
        new Reference("Zürich DB", Optional.of("password")),
        Reference.parse("keyarbor://Zürich DB/password"));
    assertEquals(
        "keyarbor://A%2FB%20100%25/x", new Reference("A/B 100%", Optional.of("x")).toString());
  }

  @Example
  void whatIsWrongIsSaid() {
    Map.of(
            "http://x/y", "does not start with",
            "keyarbor://", "name of a credential is missing",
            "keyarbor:///x", "name of a credential is missing",
            "keyarbor://a/", "field is missing",
            "keyarbor://a/b/c", "%2F",
            "keyarbor://a%2", "two hexadecimal digits",
            "keyarbor://a%zz", "two hexadecimal digits",
            "keyarbor://a%ff", "not UTF-8",
            "keyarbor://a\nb", "control character")
        .forEach((text, why) -> {
          String told =
              assertThrows(EnvironmentFault.class, () -> Reference.parse(text)).getMessage();
          assertTrue(told.contains(why), told);
          assertTrue(told.chars().noneMatch(c -> c < ' '), told);
        });
  }
}
