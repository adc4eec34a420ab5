package io.keyarbor.transfer.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.environment.EnvText;
import java.nio.file.Path;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, reading it ends, in a tree or in a message that quotes nothing of it. */
class HostileTextProperties {
  @Property(tries = 300)
  void everyFormatEndsWell(@ForAll("texts") byte[] bytes, @ForAll("formats") String format) {
    try {
      new ConfigTree().read(format, Path.of("/nowhere/config"), bytes, new ArrayList<>());
    } catch (TransferException e) {
      assertTrue(e.getMessage().startsWith("/nowhere/config"), e.getMessage());
    }
  }

  @Property(tries = 300)
  void placesOfValuesLieInTheText(@ForAll("texts") byte[] bytes) {
    for (boolean shell : new boolean[] {true, false}) {
      try (EnvText text = shell ? EnvText.shell(bytes) : EnvText.dotenv(bytes)) {
        int last = 0;
        for (EnvText.Assignment a : text.assignments()) {
          assertTrue(a.start() >= last && a.end() >= a.start() && a.end() <= bytes.length);
          last = a.end();
        }
      }
    }
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(
        "json", "yaml", "toml", "ini", "env", "netrc", "docker", "kubeconfig", "text");
  }

  /** Pieces of all formats in any order, cut anywhere, with bytes that are no text. */
  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "`",
            "\n",
            "\r\n",
            " ",
            "\t",
            ":",
            ": ",
            "- ",
            "=",
            "#",
            "A=",
            "export B=\"",
            "machine ",
            "login ",
            "password ",
            "macdef x\n",
            "\"auths\": ",
            "\"auth\": \"!\"",
            "contexts:\n- name: x\n",
            "users: ",
            "&a ",
            "*a",
            "<<: ",
            "\\",
            "$",
            "${X}",
            "\"\"\"",
            "'''",
            "[[a]]\n",
            "\0",
            "\u00e9",
            "\ud83d\ude00",
            "!!binary ",
            "? ",
            "%YAML 9\n",
            "---\n",
            "1e999",
            "set -gx F ",
            "\u2028");
    Arbitrary<Integer> odd = Arbitraries.integers().between(0, 255);
    return Combinators.combine(piece.list().ofMaxSize(40), odd, odd)
        .as((pieces, place, value) -> {
          byte[] bytes = String.join("", pieces).getBytes(UTF_8);
          if (bytes.length > 0 && value > 128) {
            bytes[place % bytes.length] = value.byteValue();
          }
          return bytes;
        });
  }
}
