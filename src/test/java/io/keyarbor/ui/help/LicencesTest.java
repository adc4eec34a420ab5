package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of licences names what is shipped: all of it, and nothing else. */
class LicencesTest {
  private static final Pattern JAR =
      Pattern.compile("(.+?)-(\\d[\\w.-]*?)(-linux|-win|-mac.*)?\\.jar");

  /** What only tests are made with. */
  private static final Pattern TESTS =
      Pattern.compile(
          "junit-.*|opentest4j|apiguardian-api|jspecify|jqwik.*|archunit.*|google-java-format|guava"
              + "|failureaccess|listenablefuture|error_prone_annotations|j2objc-annotations"
              + "|commonmark.*|surefire.*|maven-surefire.*");

  private static Set<String> onClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(p -> Path.of(p).getFileName().toString())
        .map(JAR::matcher)
        .filter(Matcher::matches)
        .filter(m -> !TESTS.matcher(m.group(1)).matches())
        .map(m -> m.group(1) + " " + m.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyLibraryThatIsShippedIsListedInItsVersion() {
    Set<String> listed =
        Licences.all().stream()
            .filter(p -> !p.version().isEmpty())
            .map(p -> p.name() + " " + p.version())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", onClassPath()), String.join("\n", listed));
  }

  @Test
  void everyPartHasALicence() {
    List<Licences.Part> all = Licences.all();
    assertTrue(all.stream().noneMatch(p -> p.licence().isBlank()));
    assertTrue(all.stream().anyMatch(p -> p.name().contains("Inter")));
  }

  @Test
  void aPartIsFoundByAllTheWordsThatAPersonTypes() {
    Licences.Part part = new Licences.Part("h2", "2.5", "MPL-2.0 OR EPL-1.0");
    assertTrue(part.isMetBy("H2 mpl"));
    assertTrue(part.isMetBy(""));
    assertFalse(part.isMetBy("h2 MIT"));
  }
}
