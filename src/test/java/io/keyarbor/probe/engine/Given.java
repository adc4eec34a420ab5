package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Templates and credentials for tests. */
final class Given {
  static final TlsTrust SYSTEM = new TlsTrust.SystemTrust();

  private Given() {}

  /** A service with an address and a token, and that probe. */
  static ServiceTemplate service(String probe) {
    return service(
        "{\"name\": \"url\", \"type\": \"url\"}, {\"name\": \"token\", \"type\": \"password\"}",
        probe);
  }

  static ServiceTemplate service(String fields, String probe) {
    String json =
        "{\"service_type\": \"example\", \"required_fields\": [%s], \"probe\": %s}"
            .formatted(fields, probe);
    TemplateParser.Parsed parsed =
        new TemplateParser().parse("example.json", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), parsed.faults());
    return parsed.template().orElseThrow();
  }

  /** Asks {@code /me} with a bearer token; 200 is good, 401 is bad. */
  static ServiceTemplate bearer(boolean control) {
    return service(
        """
        {"control": %s,
         "steps": [{"id": "me", "url": "{url}/me", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}
        """
            .formatted(control));
  }

  static FieldValues values(Map<String, String> plain, Map<String, String> secrets) {
    Map<String, Secret> kept = new HashMap<>();
    secrets.forEach((name, text) -> kept.put(name, Secret.takeUtf8(text.toCharArray())));
    return new FieldValues(plain, kept);
  }

  static FieldValues token(String url, String token) {
    return values(Map.of("url", url), Map.of("token", token));
  }

  static Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    try (values) {
      return new TemplateProber().test(template, values, trust);
    }
  }

  static Verdict test(ServiceTemplate template, FieldValues values) throws InterruptedException {
    return test(template, values, SYSTEM);
  }

  /** With less patience than people have. */
  static TemplateProber hasty() {
    return new TemplateProber(
        new Limits(Duration.ofMillis(600), Duration.ofMillis(1200), 1 << 20), Clock.systemUTC());
  }
}
