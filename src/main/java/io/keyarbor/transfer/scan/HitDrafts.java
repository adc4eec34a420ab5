package io.keyarbor.transfer.scan;

import io.keyarbor.crypto.Fingerprints;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.detect.KeyPatterns.Shape;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.Details;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes credentials of hits: of the likeliest service, or plain secrets. */
public final class HitDrafts {

  private final Catalogue catalogue;

  /** Of the services of {@code catalogue}. */
  public HitDrafts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A draft for each secret, once however often it was found; for the caller to close. */
  public Reading of(List<Hit> hits) {
    List<Draft> drafts = new ArrayList<>();
    Set<ByteBuffer> seen = new HashSet<>();
    try (Fingerprints fingerprints = new Fingerprints()) {
      for (Hit hit : hits) {
        if (seen.add(hit.secret().use(fingerprints::of))) {
          draft(hit).ifPresent(drafts::add);
        }
      }
      return new Reading(drafts, List.of());
    } catch (RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  /** For the caller to close; empty if no template fits. */
  Optional<Draft> draft(Hit hit) {
    Optional<Shape> shape = hit.shapes().stream().findFirst();
    Optional<ServiceTemplate> template =
        shape.map(Shape::template).or(() -> catalogue.find(Services.SECRET));
    String field = shape.map(Shape::field).orElse("value");
    return template.map(t -> {
      Map<String, String> plain = new HashMap<>();
      shape.flatMap(Shape::choice).ifPresent(c -> plain.put(c.field(), c.value()));
      if (shape.isEmpty() && !hit.name().isEmpty()) {
        plain.put("variable", hit.name());
      }
      Secret copy = hit.secret().copy();
      return new Draft(
          hit.path() + ":" + hit.line(),
          List.of(),
          new Details(
              t.displayName() + " from " + fileName(hit.path()),
              t.serviceType(),
              Optional.empty(),
              new FormModel(t, plain).values(),
              Set.of(),
              false,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust()),
          Map.of(field, copy));
    });
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
