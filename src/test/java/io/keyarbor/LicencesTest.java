package io.keyarbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of licences that is shown and installed names exactly what Keyarbor ships: the libraries
 * of its run time, and what is not a library.
 */
class LicencesTest {
  private static final Set<String> BESIDE_LIBRARIES =
      Set.of("EFF large word list", "Inter", "JetBrains Mono", "OpenJDK");

  private static JsonNode listed() throws IOException {
    try (InputStream in = LicencesTest.class.getResourceAsStream("/licences/licences.json")) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static Stream<String> shipped() throws IOException {
    String classPath = Files.readString(Path.of(System.getProperty("keyarbor.classpath"))).strip();
    return Stream.of(classPath.split(System.getProperty("path.separator"), -1))
        .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("\\.jar$", ""))
        // JavaFX has a second jar for each platform.
        .map(name -> name.replaceFirst("^(javafx-.*-[0-9.]+)-[a-z0-9-]+$", "$1"));
  }

  @Test
  void namesEachLibraryWithItsVersion() throws Exception {
    Set<String> names =
        listed()
            .valueStream()
            .filter(e -> !BESIDE_LIBRARIES.contains(e.get("name").asString()))
            .map(e -> e.get("name").asString() + "-" + e.get("version").asString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(shipped().collect(Collectors.toCollection(TreeSet::new)), names);
  }

  @Test
  void givesEachALicence() throws Exception {
    for (JsonNode entry : listed()) {
      assertFalse(entry.path("licence").asString("").isBlank(), entry.toString());
    }
  }
}
