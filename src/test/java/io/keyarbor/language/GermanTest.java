package io.keyarbor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * German has every text that a person can see, and none that nobody sees. {@code mvn test
 * -Dtest=GermanTest -Dtexts.fix=true} sorts the tables and drops what is unused or there twice.
 */
class GermanTest {
  /** What a window shows of a template as it is. */
  private static final Set<String> OF_TEMPLATES = Set.of("label", "help");

  /** Titles of the templates' categories, which {@code CategoryTitle} makes of their names. */
  private static final Set<String> CATEGORIES =
      Set.of(
          "AI",
          "Cloud",
          "Code",
          "Containers",
          "Databases",
          "Generic",
          "Messaging",
          "Monitoring",
          "Secrets",
          "Vector",
          "Virtualization");

  /** What else of a template may be translated. */
  private static final Set<String> MORE_OF_TEMPLATES =
      Set.of(
          "label", "help", "says", "notes", "side_effects", "needs", "placeholder", "description");

  /** Rooms that speak of faults to windows; the rest of their sentences is for the command line. */
  private static final Set<String> ROOMS =
      Set.of("vault", "storage", "agent", "transfer", "probe", "settings", "crypto");

  private static final Set<String> FOR_THE_COMMAND_LINE =
      Set.of("vault.environment", "transfer.scan");

  /** Sentences that are put together from parts where they are made, so that no source has them. */
  private static final Set<String> PUT_TOGETHER =
      Set.of(
          "“{0}”: {1}",
          "{0}: this is no {1}, or it is cut off, nested too deep or too large. Nothing was taken"
              + " from it; check the file.");

  private static List<CompilationUnitTree> sources;
  private static Set<String> constants;

  @BeforeAll
  static void read() {
    sources = Sources.parsed(Sources.MAIN);
    constants = Keys.constants(sources);
  }

  private static List<CompilationUnitTree> in(Set<String> packages) {
    return sources.stream()
        .filter(unit -> packages.stream().anyMatch(p -> Sources.isIn(unit, "io.keyarbor." + p)))
        .toList();
  }

  private static List<CompilationUnitTree> without(
      List<CompilationUnitTree> units, Set<String> packages) {
    List<CompilationUnitTree> out = in(packages);
    return units.stream().filter(unit -> !out.contains(unit)).toList();
  }

  private static Set<String> asked() {
    Set<String> asked = new TreeSet<>(Keys.called(sources));
    asked.addAll(Keys.labels(in(Set.of("ui", "settings", "probe"))));
    asked.addAll(Keys.inViews());
    asked.addAll(Keys.inTemplates(OF_TEMPLATES));
    asked.addAll(CATEGORIES);
    return asked;
  }

  private static Set<String> used() {
    Set<String> used = new HashSet<>(constants);
    used.addAll(asked());
    used.addAll(Keys.inTemplates(MORE_OF_TEMPLATES));
    used.addAll(PUT_TOGETHER);
    return used;
  }

  /** What the rooms below the windows say in whole sentences. */
  private static Set<String> said() {
    Set<String> said = Keys.constants(without(in(ROOMS), FOR_THE_COMMAND_LINE));
    // What begins with a value and a letter, or two values, is the end of a longer sentence.
    said.removeIf(text ->
        !text.matches("(?s)[\\p{Lu}“{].* .*\\.")
            || text.matches("(?s)\\{0}[\\p{L}{].*")
            || !Sources.speaks(text));
    said.addAll(Keys.inTemplates(Set.of("says")));
    return said;
  }

  private static Set<String> missing(Set<String> wanted, Set<String> there) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }

  @Test
  void everyTextOfAWindowIsThere() throws IOException {
    assertEquals(Set.of(), missing(asked(), new Lines("de.json").table().keySet()));
  }

  @Test
  void everySentenceOfTheRoomsBelowIsThere() throws IOException {
    Set<String> there = new HashSet<>(new Lines("messages.de.json").table().keySet());
    there.addAll(new Lines("de.json").table().keySet());
    assertEquals(Set.of(), missing(said(), there));
  }

  @Test
  void noLineIsUnusedOrThereTwice() throws IOException {
    for (String name : List.of("de.json", "messages.de.json")) {
      Lines lines = new Lines(name);
      if (Boolean.getBoolean("texts.fix")) {
        lines.fix(used());
      } else {
        assertEquals(Set.of(), missing(lines.table().keySet(), used()), name + " has unused lines");
        assertEquals(List.of(), lines.twice(), name + " has lines twice");
      }
    }
  }

  @Test
  void bothSidesOfALineHaveTheSameValuesAndTheSameEnd() throws IOException {
    assertEquals(List.of(), new Lines("de.json").disagreeing());
    assertEquals(List.of(), new Lines("messages.de.json").disagreeing());
  }
}
