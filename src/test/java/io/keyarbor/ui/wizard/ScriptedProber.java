package io.keyarbor.ui.wizard;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A service with one good token behind a certificate of its own. */
final class ScriptedProber implements Prober {
  static final String GOOD = "not-a-real-token";
  static final String PIN = "AB:".repeat(31) + "CD";

  final List<TlsTrust> asked = new ArrayList<>();
  final CountDownLatch interrupted = new CountDownLatch(1);

  @Override
  public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    asked.add(trust);
    String host = values.plain().getOrDefault("host", "");
    if (host.equals("slow.example")) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    }
    if (host.equals("own-ca.example") && !trust.equals(new TlsTrust.Pin(PIN))) {
      return verdict(
          Reason.TLS_UNTRUSTED,
          Map.of(),
          Optional.of(
              new ServerCertificate(
                  "CN=own-ca.example",
                  "CN=Example Test Authority",
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Instant.parse("2036-01-01T00:00:00Z"),
                  PIN,
                  "")));
    }
    boolean good =
        values.secrets().values().stream()
            .allMatch(s -> s.<Boolean, RuntimeException>useChars(c -> GOOD.equals(new String(c))));
    return good
        ? verdict(Reason.OK, Map.of("Version", "8.4.1", "User", "ci@pve"), Optional.empty())
        : verdict(Reason.BAD_CREDENTIAL, Map.of(), Optional.empty());
  }

  @Override
  public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
    return List.of(
        new PlannedRequest(
            "version",
            "GET",
            "https://" + values.plain().get("host") + ":8006/api2/json/version",
            Map.of("Authorization", "PVEAPIToken=" + values.plain().get("user") + "=••••"),
            "",
            true));
  }

  private static Verdict verdict(
      Reason reason, Map<String, String> identity, Optional<ServerCertificate> certificate) {
    return new Verdict(
        reason,
        reason.advice(),
        Instant.EPOCH,
        Duration.ofMillis(12),
        identity,
        List.of(),
        reason == Reason.OK
            ? new Expiry.At(Instant.parse("2027-03-01T12:00:00Z"))
            : new Expiry.Unknown(),
        List.of(),
        certificate);
  }
}
