package io.keyarbor.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue read from JSON files. Reading it is blocking work: a fifth of a second in a program
 * that has just started, a few milliseconds later on.
 */
public final class JsonCatalogue implements Catalogue {
  private final Map<String, ServiceTemplate> templates = new LinkedHashMap<>();
  private final List<TemplateFault> faults = new ArrayList<>();

  private JsonCatalogue(Optional<Path> folder) {
    TemplateParser parser = new TemplateParser();
    Map<String, ServiceTemplate> found = new LinkedHashMap<>();
    for (String name : BundledTemplates.names()) {
      TemplateParser.Parsed parsed = parser.parseTrusted(name, BundledTemplates.bytes(name));
      faults.addAll(parsed.faults());
      parsed.template().ifPresent(t -> found.put(t.serviceType(), t));
    }
    folder.ifPresent(path -> {
      TemplateFolder own = TemplateFolder.read(path, parser);
      own.templates().forEach(t -> found.put(t.serviceType(), t));
      faults.addAll(own.faults());
    });
    found.values().stream()
        .sorted(
            Comparator.comparing(ServiceTemplate::category)
                .thenComparing(t -> t.displayName().toLowerCase(Locale.ROOT)))
        .forEach(t -> templates.put(t.serviceType(), t));
  }

  /** The bundled templates alone. */
  public static JsonCatalogue bundled() {
    return new JsonCatalogue(Optional.empty());
  }

  /**
   * The bundled templates and those of a person's folder, which win over bundled ones of the same
   * service type. A folder that does not exist holds none.
   */
  public static JsonCatalogue load(Path folder) {
    return new JsonCatalogue(Optional.of(folder));
  }

  @Override
  public List<ServiceTemplate> all() {
    return List.copyOf(templates.values());
  }

  @Override
  public Optional<ServiceTemplate> find(String serviceType) {
    return Optional.ofNullable(templates.get(serviceType));
  }

  @Override
  public List<TemplateFault> faults() {
    return List.copyOf(faults);
  }
}
