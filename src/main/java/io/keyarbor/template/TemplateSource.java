package io.keyarbor.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One template file, good or faulty.
 *
 * @param name what it is called: the path of a bundled one, or below the person's folder
 * @param file where it lies; empty for a bundled one
 * @param template empty if it is faulty
 */
public record TemplateSource(
    String name,
    Optional<Path> file,
    Optional<ServiceTemplate> template,
    List<TemplateFault> faults) {

  /**
   * The bundled ones, in the order of their index. Reads resources, so not for the JavaFX thread.
   */
  public static List<TemplateSource> bundled() {
    TemplateParser parser = new TemplateParser();
    return BundledTemplates.names().stream()
        .map(name -> {
          var parsed = parser.parseTrusted(name, BundledTemplates.bytes(name));
          return new TemplateSource(name, Optional.empty(), parsed.template(), parsed.faults());
        })
        .toList();
  }

  /** A person's own, by name. A folder that does not exist holds none. Blocks while it reads. */
  public static List<TemplateSource> own(Path folder) {
    return TemplateFolder.read(folder, new TemplateParser()).sources();
  }

  /** The JSON of a bundled one. */
  public static String bundledText(String name) {
    return new String(BundledTemplates.bytes(name), StandardCharsets.UTF_8);
  }
}
