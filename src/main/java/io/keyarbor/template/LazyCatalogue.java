package io.keyarbor.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue for a program that ends soon: a service that is asked for is read alone, and all
 * are read when all are asked for. A person's own folder, if there is one, is read whole at the
 * first question, since only its files say which services they hold.
 */
public final class LazyCatalogue implements Catalogue {
  private final Path folder;
  private final TemplateParser parser = new TemplateParser();
  private final Map<String, Optional<ServiceTemplate>> found = new ConcurrentHashMap<>();
  private Catalogue whole;

  /**
   * Reads nothing yet.
   *
   * @param folder the person's own templates; it need not exist
   */
  public LazyCatalogue(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ServiceTemplate> find(String serviceType) {
    return Files.isDirectory(folder)
        ? whole().find(serviceType)
        : found.computeIfAbsent(serviceType, this::bundled);
  }

  private Optional<ServiceTemplate> bundled(String serviceType) {
    return BundledTemplates.names().stream()
        .filter(name -> name.endsWith("/" + serviceType + ".json"))
        .findFirst()
        .flatMap(name -> parser.parseTrusted(name, BundledTemplates.bytes(name)).template())
        .filter(template -> template.serviceType().equals(serviceType));
  }

  @Override
  public List<ServiceTemplate> all() {
    return whole().all();
  }

  @Override
  public List<TemplateFault> faults() {
    return whole().faults();
  }

  private synchronized Catalogue whole() {
    if (whole == null) {
      whole = JsonCatalogue.load(folder);
    }
    return whole;
  }
}
