package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A vault as a person may have it. */
final class Sample {
  private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();

  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final String SECRET = "visibly-fake-0O1lI";

  private final FakeSession session;

  private Sample(FakeSession session) {
    this.session = session;
  }

  static void fill(FakeSession session) {
    new Sample(session).fill();
  }

  private void fill() {
    GroupId work = session.groups().add("Work", Optional.empty()).id();
    GroupId clusters = session.groups().add("Clusters", Optional.of(work)).id();
    GroupId home = session.groups().add("Home lab", Optional.empty()).id();
    tested("Proxmox Production", "proxmox", clusters, Reason.OK, 2, 89, "https://192.0.2.10:8006");
    tested("Proxmox Lab", "proxmox", home, Reason.BAD_CREDENTIAL, 60, 0, "https://pve.lab.example");
    tested("Azure Production", "azure", work, Reason.OK, 5, 12, "");
    tested("AWS Billing (read only)", "aws", work, Reason.INSUFFICIENT_PERMISSION, 9, 0, "");
    tested("OpenAI Research", "openai", work, Reason.QUOTA_EXHAUSTED, 1, 0, "");
    tested("Anthropic Team", "anthropic", work, Reason.OK, 1, 210, "");
    tested(
        "Ollama on the workstation",
        "ollama",
        home,
        Reason.OPEN_ACCESS,
        30,
        0,
        "http://192.0.2.77:11434");
    tested(
        "Prometheus Berlin", "prometheus", clusters, Reason.OK, 3, 0, "https://prometheus.example");
    certificate(
        tested(
            "Grafana Operations",
            "grafana",
            clusters,
            Reason.TLS_UNTRUSTED,
            4,
            0,
            "https://grafana.example"));
    tested(
        "Kubernetes Staging",
        "kubernetes",
        clusters,
        Reason.UNREACHABLE,
        1500,
        27,
        "https://k8s.staging.example:6443");
    tested("GitHub release bot", "github", work, Reason.OK, 12, 6, "");
    untested("Router at home", "generic-login", home);
    untested("Signing passphrase", "generic-secret", work);
    untested(
        "A service whose name is much longer than any column could ever be wide",
        "http-generic",
        home);
  }

  private Credential tested(
      String name,
      String service,
      GroupId group,
      Reason reason,
      int minutes,
      int days,
      String url) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("url", url);
    Optional<LocalDate> expires =
        days == 0 ? Optional.empty() : Optional.of(LocalDate.of(2026, 11, 20).plusDays(days));
    Credential added =
        add(name, service, group, fields, Set.of("production", "on call"), expires, minutes < 3);
    session.recordTest(added.id(), 1, verdict(reason, minutes, Optional.empty()));
    return added;
  }

  private void certificate(Credential credential) {
    ServerCertificate shown =
        new ServerCertificate(
            "CN=grafana.example",
            "CN=Example Root CA, O=Example",
            NOW.minus(Duration.ofDays(40)),
            NOW.plus(Duration.ofDays(325)),
            "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89",
            "");
    session.recordTest(credential.id(), 1, verdict(Reason.TLS_UNTRUSTED, 4, Optional.of(shown)));
  }

  static Verdict verdict(Reason reason, int minutes, Optional<ServerCertificate> certificate) {
    boolean good = reason == Reason.OK;
    return new Verdict(
        reason,
        reason.advice(),
        NOW.minus(Duration.ofMinutes(minutes)),
        Duration.ofMillis(12),
        good ? Map.of("Version", "8.4.1") : Map.of(),
        good ? List.of("VM.Audit", "Datastore.Audit", "Sys.Audit") : List.of(),
        new Expiry.Unknown(),
        List.of(),
        certificate);
  }

  private void untested(String name, String service, GroupId group) {
    add(name, service, group, Map.of("username", "admin"), Set.of(), Optional.empty(), false);
  }

  private Credential add(
      String name,
      String service,
      GroupId group,
      Map<String, String> fields,
      Set<String> tags,
      Optional<LocalDate> expires,
      boolean favourite) {
    Map<String, String> plain = new HashMap<>();
    Set<String> secret = new HashSet<>();
    for (FieldSpec field : CATALOGUE.find(service).orElseThrow().fields()) {
      if (field.when().map(w -> w.value().equals(plain.get(w.field()))).orElse(true)) {
        if (field.secret()) {
          secret.add(field.name());
        } else if (field.type() == FieldType.SELECT || !field.defaultValue().isEmpty()) {
          plain.put(field.name(), field.defaultValue());
        } else if (field.type() == FieldType.URL || field.name().equals("host")) {
          plain.put(field.name(), fields.getOrDefault("url", ""));
        } else if (field.required()) {
          plain.put(field.name(), "keyarbor");
        }
      }
    }
    try (Secret value = Secret.takeUtf8(SECRET.toCharArray())) {
      return session.add(
          new Details(
              name,
              service,
              Optional.of(group),
              plain,
              tags,
              favourite,
              favourite
                  ? "Used by the nightly jobs. Ask the platform team before changing it."
                  : "",
              expires,
              new TlsTrust.SystemTrust()),
          secret.stream().collect(Collectors.toMap(f -> f, f -> value)));
    }
  }
}
