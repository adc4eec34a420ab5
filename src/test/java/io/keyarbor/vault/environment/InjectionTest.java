package io.keyarbor.vault.environment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** References in files are filled, to the byte, or not at all. */
class InjectionTest {
  private static String fill(String text) {
    return new String(
        Injection.read(text.getBytes(UTF_8)).fill(r -> text("<" + r.credential() + ">")), UTF_8);
  }

  private static EnvironmentValue text(String value) {
    return new EnvironmentValue.Text(Secret.take(value.getBytes(UTF_8)));
  }

  @Example
  void bareOnesEndWhereANameCannotGoOn() {
    assertEquals("k: <A>\n", fill("k: keyarbor://A/x\n"));
    assertEquals("\"<A b>\",(<B>)", fill("\"keyarbor://A%20b\",(keyarbor://B/y)"));
    assertEquals("<A>/rest", fill("keyarbor://A/x/rest"));
    assertEquals("<A><B>", fill("{{keyarbor://A/x}}{{ keyarbor://B/x\t}}"));
    assertEquals("{<A>}", fill("{ keyarbor://A/x }".replace(" ", "")));
    assertEquals("<Zürich DB>!", fill("{{ keyarbor://Zürich DB/x }}!"));
  }

  @Example
  void whatIsNoReferenceStays() {
    for (String text :
        List.of(
            "keyarbor://", "see keyarbor:// for it", "xkeyarbor://A/b", "{{ }}", "keyarbor:/")) {
      assertEquals(text, fill(text));
    }
  }

  @Example
  void faultsAreToldByLineAllAtOnce() {
    String told =
        assertThrows(
                EnvironmentFault.class,
                () -> fill("a\nkeyarbor://A%zz\n\n{{ keyarbor://B/x }\nkeyarbor://ok\n"))
            .getMessage();
    assertEquals(2, told.lines().count(), told);
    assertTrue(told.startsWith("line 2: ") && told.contains("\nline 4: "), told);
    EnvironmentFault missing =
        assertThrows(
            EnvironmentFault.class,
            () ->
                Injection.read("keyarbor://A\nkeyarbor://B\n".getBytes(UTF_8))
                    .fill(r -> {
                      throw EnvironmentFault.missing(r + " is not there");
                    }));
    assertEquals(
        "line 1: keyarbor://A is not there\nline 2: keyarbor://B is not there",
        missing.getMessage());
    assertTrue(missing.isMissing());
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
  }

  @Property(tries = 200)
  void allOtherBytesStay(
      @ForAll("bytes") byte[] before,
      @ForAll("bytes") byte[] after,
      @ForAll("bytes") byte[] value) {
    String open = "\n{{ keyarbor://A/x }}";
    byte[] file = concat(before, open.getBytes(UTF_8), after);
    byte[] filled = Injection.read(file).fill(r -> new EnvironmentValue.Text(Secret.copyOf(value)));
    assertArrayEquals(concat(before, "\n".getBytes(UTF_8), value, after), filled);
  }

  @Property(tries = 300)
  void noTextBreaksIt(@ForAll("fragments") List<String> fragments) {
    byte[] file = String.join("", fragments).getBytes(ISO_8859_1);
    try {
      byte[] filled = Injection.read(file).fill(r -> text(""));
      assertTrue(filled.length <= file.length);
    } catch (EnvironmentFault told) {
      assertTrue(told.getMessage().startsWith("line "));
    }
  }

  @Provide
  Arbitrary<List<String>> fragments() {
    return Arbitraries.of(
            "{{",
            "}}",
            " ",
            "keyarbor://",
            "keyarbor://A/b",
            "%",
            "%41",
            "/",
            "\n",
            "\u00ff",
            "x",
            "{")
        .list()
        .ofMaxSize(20);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
