package io.keyarbor.transfer.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.TransferKit;
import io.keyarbor.transfer.dotenv.EnvPlan;
import io.keyarbor.transfer.sweep.Replacement.Change;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.environment.EnvFile;
import io.keyarbor.vault.environment.EnvText;
import io.keyarbor.vault.environment.EnvText.Assignment;
import io.keyarbor.vault.environment.EnvironmentValue;
import io.keyarbor.vault.environment.Injection;
import io.keyarbor.vault.environment.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An export, the sweep that rewrites it, and the run that reads it agree on every value. */
class EnvRewriteProperties {
  private static final Path FILE = Path.of("/nowhere/.env");

  private static List<String> variables(List<Assignment> assignments) {
    return assignments.stream().map(a -> a.name() + "=" + TestVaults.text(a.value())).toList();
  }

  /** One reference for each value that may be replaced, in every second one or in all. */
  private static List<Change> changes(EnvText text, boolean all) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < text.assignments().size(); i++) {
      Assignment a = text.assignments().get(i);
      if (a.literal() && (all || i % 2 == 0)) {
        Reference reference = new Reference("Shop (two) #" + i, Optional.of("password"));
        changes.add(new Change(a.start(), a.end(), a.line(), a.name(), reference.toString()));
      }
    }
    return changes;
  }

  /** What the rewritten file has to mean. */
  private static List<String> expected(EnvText text, List<Change> changes) {
    return text.assignments().stream()
        .map(a ->
            a.name()
                + "="
                + changes.stream()
                    .filter(c -> c.start() == a.start())
                    .map(Change::reference)
                    .findFirst()
                    .orElseGet(() -> TestVaults.text(a.value())))
        .toList();
  }

  @Property(tries = 300)
  void anExportMeansTheSameReadRewrittenAndRun(
      @ForAll("values") List<String> values, @ForAll boolean all) throws Exception {
    List<Draft> drafts =
        values.stream().map(v -> TransferKit.draft("Shop " + v, Map.of(), "password", v)).toList();
    byte[] bytes = TransferKit.written("dotenv", drafts, Optional.empty());
    try (EnvPlan plan = EnvPlan.of(TransferKit.SERVICES, drafts);
        EnvFile run = EnvFile.read(".env", bytes);
        EnvText text = EnvText.dotenv(bytes)) {
      List<String> planned =
          plan.variables().stream().map(v -> v.name() + "=" + TestVaults.text(v.value())).toList();
      assertEquals(values.size(), planned.size());
      assertEquals(planned, variables(text.assignments()));
      assertEquals(planned, variables(run.lines()));
      List<Change> changes = changes(text, all);
      assertTrue(RewriteCheck.isClean("env", FILE, bytes, changes));
      try (EnvFile fresh = EnvFile.read(".env", RewriteCheck.replaced(bytes, changes))) {
        assertEquals(expected(text, changes), variables(fresh.lines()));
        changes.forEach(c -> assertEquals("filled " + c.reference(), filled(fresh, c)));
      }
    } finally {
      drafts.forEach(Draft::close);
    }
  }

  /** What a run makes of the changed variable, with a vault that knows every reference. */
  private static String filled(EnvFile file, Change change) {
    Assignment changed =
        file.lines().stream().filter(a -> a.name().equals(change.name())).findFirst().orElseThrow();
    byte[] filled =
        changed
            .value()
            .use(v ->
                Injection.read(v)
                    .fill(r -> new EnvironmentValue.Text(TestVaults.secret("filled " + r))));
    return new String(filled, UTF_8);
  }

  /** In a text of any kind: what the check lets through means what was asked for. */
  @Property(tries = 300)
  void aRewriteThatIsLetThroughChangesNothingElse(
      @ForAll("texts") byte[] bytes, @ForAll boolean all) {
    try (EnvText text = EnvText.dotenv(bytes)) {
      List<Change> changes = changes(text, all);
      if (!RewriteCheck.isClean("env", FILE, bytes, changes)) {
        return;
      }
      try (EnvText fresh = EnvText.dotenv(RewriteCheck.replaced(bytes, changes))) {
        assertEquals(expected(text, changes), variables(fresh.assignments()));
        assertEquals(text.faults().size(), fresh.faults().size());
      }
    }
  }

  @Provide
  static Arbitrary<List<String>> values() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "'", "\"", "`", "$", "${A}", "$(x)", "\\", "\\n", "\n", "\r", "\r\n", "\t", " ",
                " #", "#", "=", ":", ": ", "export ", "A=", "\uFEFF", "é", "😀", "a", "fake")
            .list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .map(p -> String.join("", p));
    return pieces.list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  static Arbitrary<byte[]> texts() {
    return Arbitraries.of(
            "A=",
            "B=",
            "export C=",
            "D: ",
            "\n",
            "\r\n",
            "'",
            "\"",
            "`",
            " ",
            "#",
            " #",
            "\\",
            "$",
            "${A}",
            "fake",
            "x",
            "=",
            ";",
            "\0",
            "é")
        .list()
        .ofMaxSize(30)
        .map(p -> String.join("", p).getBytes(UTF_8));
  }
}
