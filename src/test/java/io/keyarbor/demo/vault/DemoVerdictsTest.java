package io.keyarbor.demo.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.platform.TemporaryFolder;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.storage.FileStores;
import io.keyarbor.storage.SeenFiles;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.ConnectionTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each Test button of the demo tells the truth: templates, engine, vault and pretend services
 * together.
 */
class DemoVerdictsTest {
  private final Catalogue catalogue = JsonCatalogue.bundled();
  private final Prober prober = new TemplateProber();
  private final ConnectionTest test = new ConnectionTest(catalogue, prober);
  private TemporaryFolder state;
  private DemoVault demo;
  private Vault vault;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    state = TemporaryFolder.create("test");
    demo = new DemoVault();
    vault =
        new LocalVault(
            new FileStores(),
            new SeenFiles(state.path()),
            () -> new KdfCost(1024, 1, 1),
            Clock.systemUTC(),
            Runnable::run);
    session = demo.create(vault, LocalDate.of(2026, 11, 1));
  }

  @AfterEach
  void close() {
    vault.lock();
    demo.close();
    state.close();
  }

  @Test
  void everyCredentialOfTheDemoGetsTheVerdictItWasMadeFor() throws Exception {
    Map<String, Reason> found = new TreeMap<>();
    for (Credential credential : session.credentials().all()) {
      found.put(credential.details().name(), test.test(session, credential.id()).reason());
    }
    assertEquals(new TreeMap<>(EXPECTED), found);
  }

  @Test
  void theServerWithItsOwnCertificateIsFineOncePinned() throws Exception {
    Credential edge = named("Proxmox Edge");
    Verdict untrusted = test.test(session, edge.id());
    String pin = untrusted.certificate().orElseThrow().sha256();
    session.credentials().edit(edge(), trusting(edge.details(), pin), Map.of(), Set.of());
    assertEquals(Reason.OK, test.test(session, edge.id()).reason());
  }

  private Credential edge() {
    return named("Proxmox Edge");
  }

  private Credential named(String name) {
    return session.credentials().all().stream()
        .filter(c -> c.details().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Details trusting(Details d, String pin) {
    return new Details(
        d.name(),
        d.serviceType(),
        d.group(),
        d.fields(),
        d.tags(),
        d.favourite(),
        d.notes(),
        d.expires(),
        new TlsTrust.Pin(pin));
  }

  private static final Map<String, Reason> EXPECTED =
      Map.ofEntries(
          Map.entry("Proxmox Production", Reason.OK),
          Map.entry("Azure Production", Reason.OK),
          Map.entry("AWS Development", Reason.OK),
          Map.entry("OpenAI", Reason.OK),
          Map.entry("Anthropic", Reason.OK),
          Map.entry("Kubernetes Production", Reason.OK),
          Map.entry("Prometheus Production", Reason.OK),
          Map.entry("Grafana", Reason.OK),
          Map.entry("GitHub Release Bot", Reason.OK),
          Map.entry("Northwind Shop", Reason.OK),
          Map.entry("Billing Export", Reason.OK),
          Map.entry("vCenter Production", Reason.OK),
          Map.entry("Hyper-V Branch Office", Reason.OK),
          Map.entry("DigitalOcean Fabrikam", Reason.OK),
          Map.entry("Cloudflare DNS", Reason.OK),
          Map.entry("Hetzner Home Lab", Reason.OK),
          Map.entry("Mistral", Reason.OK),
          Map.entry("Hugging Face Models", Reason.OK),
          Map.entry("Northwind LLM Gateway", Reason.OK),
          Map.entry("Cohere Rerank", Reason.OK),
          Map.entry("Qdrant Photos", Reason.OK),
          Map.entry("Weaviate Product Search", Reason.OK),
          Map.entry("Container Registry", Reason.OK),
          Map.entry("GitLab Release", Reason.OK),
          Map.entry("Sentry Releases", Reason.OK),
          Map.entry("Datadog Dashboards", Reason.OK),
          Map.entry("Slack Deploy Bot", Reason.OK),
          Map.entry("Stripe Test Mode", Reason.OK),
          Map.entry("SendGrid Newsletter", Reason.OK),
          Map.entry("Twilio Alerts", Reason.OK),
          Map.entry("Vault Production", Reason.OK),
          Map.entry("Key Vault Production", Reason.OK),
          Map.entry("Proxmox Lab", Reason.BAD_CREDENTIAL),
          Map.entry("AWS Backup Robot", Reason.BAD_CREDENTIAL),
          Map.entry("GitHub Old Laptop", Reason.BAD_CREDENTIAL),
          Map.entry("Pinecone Notebooks", Reason.BAD_CREDENTIAL),
          Map.entry("Azure Staging", Reason.EXPIRED),
          Map.entry("AWS Sandbox Session", Reason.EXPIRED),
          Map.entry("Gemini Prototype", Reason.EXPIRED),
          Map.entry("Infisical Staging", Reason.EXPIRED),
          Map.entry("GitLab Contractor", Reason.DISABLED),
          Map.entry("xAI Evaluation", Reason.DISABLED),
          Map.entry("Azure Cost Reader", Reason.INSUFFICIENT_PERMISSION),
          Map.entry("OpenAI Restricted", Reason.INSUFFICIENT_PERMISSION),
          Map.entry("Grafana Wallboard", Reason.INSUFFICIENT_PERMISSION),
          Map.entry("Stripe Northwind Payouts", Reason.INSUFFICIENT_PERMISSION),
          Map.entry("OpenAI Batch", Reason.QUOTA_EXHAUSTED),
          Map.entry("OpenRouter Playground", Reason.QUOTA_EXHAUSTED),
          Map.entry("Anthropic Evaluation", Reason.RATE_LIMITED),
          Map.entry("Groq Transcripts", Reason.RATE_LIMITED),
          Map.entry("Proxmox Operations", Reason.MFA_REQUIRED),
          Map.entry("Proxmox Edge", Reason.TLS_UNTRUSTED),
          Map.entry("Prometheus Legacy", Reason.OPEN_ACCESS),
          Map.entry("Ollama Workstation", Reason.OPEN_ACCESS),
          Map.entry("Docker Home Server", Reason.OPEN_ACCESS),
          Map.entry("Kubernetes Staging", Reason.SERVER_UNAVAILABLE),
          Map.entry("Warehouse Gateway", Reason.UNREACHABLE),
          Map.entry("Orders Database", Reason.UNREACHABLE),
          Map.entry("Session Cache", Reason.UNREACHABLE),
          Map.entry("Bastion Host", Reason.UNREACHABLE),
          Map.entry("Mail Relay", Reason.UNREACHABLE),
          Map.entry("Office Router", Reason.NOT_TESTABLE),
          Map.entry("Session Signing Key", Reason.NOT_TESTABLE));
}
