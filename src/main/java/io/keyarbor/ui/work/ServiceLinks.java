package io.keyarbor.ui.work;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.template.ServiceTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a service that a person may want to open. Addresses come from templates, which may
 * come from anyone: only http and https are followed, and only plain fields fill them.
 */
public final class ServiceLinks {
  private ServiceLinks() {}

  /** The page where a new secret is made; empty if there is none, or a field for it is missing. */
  public static Optional<URI> createKey(ServiceTemplate template, Map<String, String> plain) {
    return page(template.createKeyUrl(), template, plain);
  }

  /** The service's own documentation. */
  public static Optional<URI> documentation(ServiceTemplate template) {
    return page(template.docsUrl(), template, Map.of());
  }

  private static Optional<URI> page(
      String address, ServiceTemplate template, Map<String, String> plain) {
    try {
      Renderer renderer = new Renderer(name -> value(name, template, plain));
      return address.isEmpty()
          ? Optional.empty()
          : Optional.of(new URI(renderer.renderUrl(address).text())).filter(ServiceLinks::isSafe);
    } catch (BadInput | URISyntaxException | IllegalArgumentException incomplete) {
      return Optional.empty();
    }
  }

  private static Value value(String name, ServiceTemplate template, Map<String, String> plain) {
    boolean secret = template.fields().stream().anyMatch(f -> f.name().equals(name) && f.secret());
    return secret ? Value.NONE : new Value(plain.getOrDefault(name, ""), false, false);
  }

  private static boolean isSafe(URI page) {
    return ("https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme()))
        && page.getHost() != null
        && page.getRawUserInfo() == null;
  }
}
