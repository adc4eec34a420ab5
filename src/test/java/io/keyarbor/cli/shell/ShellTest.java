package io.keyarbor.cli.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed for a shell reads back as the same bytes in the real one. */
class ShellTest {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "simple",
          "it's \"quoted\"",
          "$HOME $(id) `id` ${x}",
          "a\\b\\\\c\\n",
          "line\nline\n\n",
          "\n",
          "tab\tcr\r\n",
          "* ? [a-z] ~ {a,b} !! # ; & | < > ( )",
          "-n",
          "\u0001\u0007\u001b[31m\u007f",
          "Grüße 日本 🔑 ‘curly’ „quotes“",
          "x".repeat(100 * 1024) + "\n'");

  @Provide
  Arbitrary<List<byte[]>> values() {
    Arbitrary<Byte> bytes = Arbitraries.bytes().filter(b -> b != 0);
    Arbitrary<byte[]> raw = bytes.array(byte[].class).ofMaxSize(40);
    Arbitrary<byte[]> text =
        Arbitraries.strings()
            .withChars("'\"$`\\ \n!ab*;ü🔑\u2018".toCharArray())
            .ofMaxLength(30)
            .map(s -> s.getBytes(UTF_8));
    return Arbitraries.oneOf(raw, text).list().ofMinSize(1).ofMaxSize(60);
  }

  @Property(tries = 6)
  void bash(@ForAll("values") List<byte[]> values) throws Exception {
    assertReadBack(Shell.BASH, values, "bash", "eval \"$(cat \"$0\")\"", "\"$V%d\"");
  }

  @Property(tries = 3)
  void bashWithoutTheQuotesThatPeopleForget(@ForAll("values") List<byte[]> values)
      throws Exception {
    assertReadBack(Shell.BASH, values, "bash", "eval $(cat \"$0\")", "\"$V%d\"");
  }

  @Property(tries = 6)
  void zsh(@ForAll("values") List<byte[]> values) throws Exception {
    assertReadBack(Shell.ZSH, values, "zsh", "eval \"$(cat \"$0\")\"", "\"$V%d\"");
  }

  @Property(tries = 6)
  void fish(@ForAll("values") List<byte[]> values) throws Exception {
    assertReadBack(Shell.FISH, values, "fish", "cat $argv[1] | source", "\"$V%d\"");
  }

  @Example
  void nastyValuesInEachShell() throws Exception {
    List<byte[]> values = NASTY.stream().map(v -> v.getBytes(UTF_8)).toList();
    bash(values);
    bashWithoutTheQuotesThatPeopleForget(values);
    zsh(values);
    fish(values);
  }

  private static void assertReadBack(
      Shell shell, List<byte[]> values, String program, String evaluate, String variable)
      throws Exception {
    Assume.that(Files.isExecutable(Path.of("/usr/bin", program)));
    Path statements = Files.createTempFile("keyarbor-shell-", ".sh");
    try {
      Files.write(statements, statements(shell, values));
      StringBuilder script = new StringBuilder(evaluate);
      for (int i = 0; i < values.size(); i++) {
        // printf is the shell's own, so that long values meet no limit; env tells what is exported.
        script.append("\nprintf '%s\\000' ").append(variable.formatted(i));
      }
      script.append("\nenv | grep -c '^V[0-9]*='");
      Process process =
          new ProcessBuilder(program, "-c", script.toString(), statements.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      List<String> read = new ArrayList<>(List.of(latin(process).split("\0", -1)));
      assertEquals(0, process.waitFor());
      assertEquals(Integer.toString(values.size()), read.removeLast().strip(), "exported");
      assertEquals(values.stream().map(v -> new String(v, ISO_8859_1)).toList(), read);
    } finally {
      Files.delete(statements);
    }
  }

  private static String latin(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), ISO_8859_1);
  }

  private static byte[] statements(Shell shell, List<byte[]> values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < values.size(); i++) {
      try (Secret value = Secret.copyOf(values.get(i))) {
        shell.set("V" + i, value, out);
      }
    }
    return out.toByteArray();
  }

  private static String powershell(String value) throws IOException {
    return new String(statements(Shell.POWERSHELL, List.of(value.getBytes(UTF_8))), UTF_8);
  }

  @Example
  void powerShellGetsPlainTextOrBase64() throws IOException {
    assertEquals("$env:V0 = 'sk-abc_123';\n", powershell("sk-abc_123"));
    for (String nasty : NASTY) {
      String statement = powershell(nasty);
      assertTrue(statement.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n'), statement);
      assertEquals(1, statement.lines().count());
      List<String> parts = Arrays.asList(statement.split("'", -1));
      assertEquals(3, parts.size(), statement);
      boolean coded = parts.getFirst().contains("FromBase64String(");
      assertEquals(
          nasty,
          coded ? new String(Base64.getDecoder().decode(parts.get(1)), UTF_8) : parts.get(1));
    }
    assertThrows(
        IOException.class, () -> statements(Shell.POWERSHELL, List.of(new byte[] {(byte) 0xff})));
  }

  @Example
  void shellsAreKnownByPathAndName() {
    assertEquals(Optional.of(Shell.ZSH), Shell.named("/usr/bin/zsh"));
    assertEquals(Optional.of(Shell.POWERSHELL), Shell.named("C:\\Program Files\\pwsh.exe"));
    assertEquals(Optional.empty(), Shell.named("/bin/sh"));
    assertEquals(Optional.empty(), Shell.named(""));
  }
}
