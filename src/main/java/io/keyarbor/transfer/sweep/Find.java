package io.keyarbor.transfer.sweep;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import java.util.List;

/**
 * One credential that lies about.
 *
 * @param source where
 * @param services whose it may be, the likeliest first; never empty
 * @param draft what would be added to the vault; its fields are those of the first service. Owned
 *     by the {@link Findings}
 * @param preview the secret, masked
 * @param state whether it is new
 * @param sameAs the name of the credential in the vault, or the place of the first find; empty for
 *     a new one
 */
public record Find(
    Source source,
    List<ServiceTemplate> services,
    Draft draft,
    String preview,
    State state,
    String sameAs) {
  /** What the vault, or the sweep itself, knows of it. */
  public enum State {
    NEW,
    ALREADY_IN_VAULT,
    /** The same secrets were found at another place before. */
    DUPLICATE
  }

  /** Copies the list. */
  public Find {
    services = List.copyOf(services);
  }

  /** Whose it most likely is. */
  public ServiceTemplate service() {
    return services.getFirst();
  }
}
