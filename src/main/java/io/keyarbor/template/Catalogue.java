package io.keyarbor.template;

import java.util.List;
import java.util.Optional;

/**
 * The services that can be kept and tested: the bundled ones and a person's own. Immutable and safe
 * for any thread.
 */
public interface Catalogue {
  /** All templates, by category and then by name. */
  List<ServiceTemplate> all();

  /** The template of that service type. */
  Optional<ServiceTemplate> find(String serviceType);

  /** What was wrong with templates that could not be loaded; the others work all the same. */
  List<TemplateFault> faults();
}
