package io.keyarbor.transfer.scan;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.testing.ConnectionTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks services whether keys that were found work. A key whose form would need more than the key is
 * not sent, and one of no known service neither: there is nobody to ask.
 */
public final class Verification {
  private final HitDrafts drafts;
  private final Prober prober;
  private final ConnectionTest test;

  /** Asks by the templates of {@code catalogue}. */
  public Verification(Catalogue catalogue, Prober prober) {
    this.drafts = new HitDrafts(catalogue);
    this.prober = prober;
    this.test = new ConnectionTest(catalogue, prober);
  }

  /** The hosts that {@link #ask} would contact; empty if it would not ask. */
  public List<String> hosts(Hit hit) {
    return template(hit)
        .map(t -> {
          try (FieldValues values = values(hit)) {
            return prober.preview(t, values).stream()
                .map(PlannedRequest::url)
                .map(Verification::host)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
          }
        })
        .orElse(List.of());
  }

  private static String host(String url) {
    try {
      return URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * What the service says.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public Optional<Verdict> ask(Hit hit) throws InterruptedException {
    Optional<ServiceTemplate> template = template(hit);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    try (FieldValues values = values(hit);
        Draft draft = drafts.draft(hit).orElseThrow()) {
      return Optional.of(test.testUnsaved(template.get(), values, draft.details().trust()));
    }
  }

  /** The service of a key that can be tested with nothing else known. */
  private Optional<ServiceTemplate> template(Hit hit) {
    if (hit.shapes().isEmpty()) {
      return Optional.empty();
    }
    ServiceTemplate template = hit.shapes().getFirst().template();
    try (FieldValues values = values(hit)) {
      boolean whole =
          new FormModel(template, values.plain()).faults(values.secrets().keySet()).isEmpty();
      return whole && !template.probes().isEmpty() ? Optional.of(template) : Optional.empty();
    }
  }

  private FieldValues values(Hit hit) {
    try (Draft draft = drafts.draft(hit).orElseThrow()) {
      Map<String, Secret> copies = new HashMap<>();
      draft.secrets().forEach((name, secret) -> copies.put(name, secret.copy()));
      return new FieldValues(draft.details().fields(), copies);
    }
  }
}
