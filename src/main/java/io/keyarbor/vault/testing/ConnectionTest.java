package io.keyarbor.vault.testing;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests one credential. Blocks for as long as the test takes, up to its time limit: not for the
 * JavaFX thread. Safe for any number of threads.
 */
public final class ConnectionTest {
  private final Catalogue catalogue;
  private final Prober prober;

  /** Tests by the templates of {@code catalogue}. */
  public ConnectionTest(Catalogue catalogue, Prober prober) {
    this.catalogue = catalogue;
    this.prober = prober;
  }

  /**
   * Tests a credential of the vault and keeps the verdict with it, but never forgets an earlier one
   * for one that nothing was sent for. Its secrets are open for the test's time only.
   *
   * @throws VaultException.Refused if there is no such credential
   * @throws VaultException.Locked if the session is or gets locked
   * @throws InterruptedException if the thread is interrupted, which cancels the test; then no
   *     verdict is kept
   */
  public Verdict test(Session session, CredentialId id) throws InterruptedException {
    Found found = ask(session, id);
    found.keep().run();
    return found.verdict();
  }

  /** As {@link #test}, but leaves it to the caller to keep what was found. */
  Found ask(Session session, CredentialId id) throws InterruptedException {
    Credential credential = credential(session, id);
    Optional<ServiceTemplate> template = catalogue.find(credential.details().serviceType());
    if (template.isEmpty()) {
      return new Found(withoutTemplate(credential), () -> {});
    }
    Verdict verdict;
    try (FieldValues values = session.credentials().open(id)) {
      verdict = prober.test(template.get(), values, credential.details().trust());
    }
    return new Found(
        verdict,
        () -> {
          if (tellsMore(verdict, credential)) {
            session.credentials().recordTest(id, credential.version(), verdict);
          }
        });
  }

  /**
   * What a service said.
   *
   * @param keep writes it into the vault; blocks until it is on disk
   */
  record Found(Verdict verdict, Runnable keep) {}

  /**
   * Tests what a person has typed and not yet saved. Nothing is kept; the caller closes {@code
   * values}.
   *
   * @throws InterruptedException if the thread is interrupted, which cancels the test
   */
  public Verdict testUnsaved(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    return prober.test(template, values, trust);
  }

  /**
   * What {@link #test} would send, secrets masked. Sends nothing.
   *
   * @throws VaultException.Refused if there is no such credential
   */
  public List<PlannedRequest> preview(Session session, CredentialId id) {
    Credential credential = credential(session, id);
    try (FieldValues values = session.credentials().open(id)) {
      return catalogue
          .find(credential.details().serviceType())
          .map(template -> prober.preview(template, values))
          .orElse(List.of());
    }
  }

  /**
   * Reads which models a credential of the vault may use. Its secrets are open for that time only,
   * and nothing is kept.
   *
   * @throws VaultException.Refused if there is no such credential
   * @throws VaultException.Locked if the session is or gets locked
   * @throws InterruptedException if the thread is interrupted, which cancels the reading
   */
  public ModelList models(Session session, CredentialId id) throws InterruptedException {
    Credential credential = credential(session, id);
    Optional<ServiceTemplate> template = catalogue.find(credential.details().serviceType());
    if (template.isEmpty()) {
      return ModelList.failed("No template describes this service, so its models are not known.");
    }
    try (FieldValues values = session.credentials().open(id)) {
      return prober.models(template.get(), values, credential.details().trust());
    }
  }

  /** To be asked to wait, or to correct a field, is no reason to forget what is known. */
  private static boolean tellsMore(Verdict verdict, Credential credential) {
    boolean nothingWasSent = verdict.took().isZero();
    return !nothingWasSent || credential.lastTest().isEmpty();
  }

  private static Credential credential(Session session, CredentialId id) {
    return session
        .credentials()
        .find(id)
        .orElseThrow(
            () -> new VaultException.Refused("This credential is gone. It cannot be tested."));
  }

  private static Verdict withoutTemplate(Credential credential) {
    return new Verdict(
        Reason.NOT_TESTABLE,
        "No template describes the service “"
            + credential.details().serviceType()
            + "”, so there is no test for it.",
        Instant.now(),
        Duration.ZERO,
        Map.of(),
        List.of(),
        new Expiry.Unknown(),
        List.of(),
        Optional.empty());
  }
}
