package io.keyarbor.vault.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.TestVaults;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** {@code .env} files as people write them. */
class EnvFileTest {
  private static List<String> read(String text) {
    try (EnvFile file = EnvFile.read(".env", text.getBytes(UTF_8))) {
      return file.lines().stream()
          .map(l -> l.line() + " " + l.name() + "=" + TestVaults.text(l.value()))
          .toList();
    }
  }

  @Example
  void linesOfAllKinds() {
    assertEquals(
        List.of(
            "2 A=plain value",
            "3 B=x#y",
            "4 C=",
            "5 D=sin$gle \\n",
            "6 E=a\nb\"$\\q",
            "7 F=two\nlines",
            "9 G=end"),
        read(
            """
            # a comment
            A = plain value  # said so
            export B=x#y
            C=
            D='sin$gle \\n' # here too
            E="a\\nb\\"\\$\\q"
            F="two
            lines"
            G=end\
            """));
    assertEquals(List.of("1 A=x", "3 B=y"), read("A=x\r\n\r\nB=\"y\"\r\n"));
  }

  /** What other libraries read too, and what an import and the sweep find, a run has as well. */
  @Example
  void linesAsOtherToolsWriteThem() {
    assertEquals(
        List.of(
            "1 A=marked",
            "2 B=it's \"so\" \\n",
            "3 C=as in YAML",
            "4 app.name-x=dotted",
            "5 D=C:\\bin\\apps",
            "6 export=a name",
            "7 E=one\rtwo"),
        read(
            """
            \uFEFFA=marked
            B=`it's "so" \\n`
            C: as in YAML
            app.name-x=dotted
            D="C:\\bin\\apps"
            export=a name
            E=one\rtwo
            """));
  }

  @Example
  void whatIsNotUnderstoodIsToldByLine() {
    Map.of(
            "A=1\nnonsense\n",
            "line 2: Expected NAME=value",
            "1A=x",
            "line 1: Expected NAME=value",
            "A=\"open\n\n",
            "line 1: A quote is opened",
            "A='x'y",
            "line 1: There is something after",
            "A='x\ny'z",
            "line 2: There is something after the closing quote of the value that"
                + " begins in line 1",
            "A:x",
            "line 1: Expected NAME=value",
            "A=\n".repeat(EnvText.MOST + 1),
            "line 10001: There are too many lines")
        .forEach((text, why) -> {
          String told = assertThrows(EnvironmentFault.class, () -> read(text)).getMessage();
          assertTrue(told.contains(why), told);
        });
    assertThrows(EnvironmentFault.class, () -> read("#".repeat(EnvFile.LONGEST + 1)));
  }

  @Property(tries = 300)
  void noTextBreaksIt(@ForAll String text) {
    try {
      read("A=" + text);
    } catch (EnvironmentFault told) {
      assertTrue(told.getMessage().startsWith(".env, line "));
    }
  }

  @Property(tries = 200)
  void singleQuotesKeepAllButThemselves(@ForAll String text) {
    String value = text.replace("'", "");
    byte[] bytes = value.getBytes(UTF_8);
    assertEquals(List.of("1 A=" + new String(bytes, UTF_8)), read("A='" + value + "'"));
  }
}
