package io.keyarbor.probe.engine;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service is documented to answer, and what Keyarbor must make of it.
 *
 * @param given what the test runs: requests, answers, verdict
 */
record Example(ServiceTemplate template, JsonNode given) {
  private static final Path FOLDER = Path.of("src/test/resources/exchanges");

  /** All examples of that service; none if there is no file. */
  static List<Example> of(ServiceTemplate template) {
    Path file = FOLDER.resolve(template.serviceType() + ".json");
    if (!Files.exists(file)) {
      return List.of();
    }
    return json(file).path("examples").values().stream()
        .map(example -> new Example(template, example))
        .toList();
  }

  /** The services that have examples but no template. */
  static List<String> strays(JsonCatalogue catalogue) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.replace(".json", ""))
          .filter(service -> catalogue.find(service).isEmpty())
          .toList();
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new JsonMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return template.serviceType() + ": " + given.path("name").asString("");
  }

  /** Keys and certificates that no file should hold are put in for their names. */
  Map<String, String> fields() {
    return texts(given.path("fields"));
  }

  /** As {@link #fields}, of what is secret. */
  Map<String, String> secrets() {
    return texts(given.path("secrets"));
  }

  List<JsonNode> requests() {
    return new ArrayList<>(given.path("exchange").values());
  }

  boolean hasMadeUp() {
    return given.has("made_up");
  }

  JsonNode verdict() {
    return given.path("verdict");
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(e -> texts.put(e.getKey(), Stationery.fill(e.getValue().asString())));
    return texts;
  }

  @Override
  public String toString() {
    return name();
  }
}
