package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonCatalogueTest {
  private static final String OWN =
      """
      {
        "service_type": "%s",
        "display_name": "%s",
        "required_fields": [{"name": "key", "type": "password"}]
      }
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aPersonsOwnServiceIsListedBesideTheBundledOnes() throws Exception {
    write("own/hyperdrive.json", OWN.formatted("hyperdrive", "Hyperdrive"));
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertEquals(List.of(), catalogue.faults());
    assertEquals("Hyperdrive", catalogue.find("hyperdrive").orElseThrow().displayName());
    assertEquals(JsonCatalogue.bundled().all().size() + 1, catalogue.all().size());
  }

  @Test
  void aPersonsOwnTemplateWinsOverTheBundledOne() throws Exception {
    write("github.json", OWN.formatted("github", "Our GitHub"));
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertEquals("Our GitHub", catalogue.find("github").orElseThrow().displayName());
    assertEquals(JsonCatalogue.bundled().all().size(), catalogue.all().size());
  }

  @Test
  void aFaultyFileIsNamedAndLeavesTheBundledTemplateInPlace() throws Exception {
    write(
        "github.json",
        """
        {
          "service_type": "github",
          "required_fields": [
            {"name": "token",
             "type": "pasword"}
          ]
        }
        """);
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertEquals("GitHub", catalogue.find("github").orElseThrow().displayName());
    assertEquals(
        List.of(
            new TemplateFault(
                folder.resolve("github.json").toString(),
                5,
                "/required_fields/0/type",
                "found \"pasword\", expected one of text, password, select, url, file, multiline,"
                    + " number, boolean")),
        catalogue.faults());
  }

  @Test
  void ofTwoOwnFilesForOneServiceTheFirstCounts() throws Exception {
    write("a.json", OWN.formatted("x", "First"));
    write("b.json", OWN.formatted("x", "Second"));
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertEquals("First", catalogue.find("x").orElseThrow().displayName());
    assertEquals("/service_type", catalogue.faults().getFirst().pointer());
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() {
    Catalogue catalogue = JsonCatalogue.load(folder.resolve("none"));
    assertEquals(List.of(), catalogue.faults());
    assertTrue(catalogue.find("github").isPresent());
  }

  @Test
  void servicesAreListedByCategoryAndName() {
    List<ServiceTemplate> all = JsonCatalogue.bundled().all();
    List<String> ai =
        all.stream()
            .filter(t -> t.category().equals("ai"))
            .map(ServiceTemplate::displayName)
            .toList();
    assertTrue(ai.containsAll(List.of("Anthropic", "Ollama", "OpenAI")));
    assertEquals(ai.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), ai);
    assertEquals(
        all.stream().map(ServiceTemplate::category).sorted().toList(),
        all.stream().map(ServiceTemplate::category).toList());
  }

  @Test
  void thingsThatAreNoFilesAreNotOpened() throws Exception {
    Files.createDirectory(folder.resolve("folder.json"));
    Path pipe = folder.resolve("pipe.json");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Catalogue catalogue = JsonCatalogue.load(folder);
    assertEquals(2, catalogue.faults().size());
  }
}
