package io.keyarbor.template;

import java.util.List;
import java.util.Optional;

/**
 * The services that can be kept and tested: the bundled ones and a person's own. Safe for any
 * thread. What it hands out is immutable; whether it hands out the same tomorrow, {@link #onChange}
 * tells.
 */
public interface Catalogue {
  /** All templates, by category and then by name. */
  List<ServiceTemplate> all();

  /** The template of that service type. */
  Optional<ServiceTemplate> find(String serviceType);

  /** What was wrong with templates that could not be loaded; the others work all the same. */
  List<TemplateFault> faults();

  /** Looks, on a thread of its own, whether the person's files have changed. */
  default void refresh() {}

  /**
   * Calls {@code listener} after each change, on any thread, until the result is run. One that is
   * read once never changes.
   */
  default Runnable onChange(Runnable listener) {
    return () -> {};
  }
}
