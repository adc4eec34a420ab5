package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.template.ServiceTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person looks at what will be sent before it is. */
class PreviewTest {
  private static List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
    try (values) {
      return new TemplateProber().preview(template, values);
    }
  }

  @Test
  void aSecretIsMaskedAndTheRestIsAsItWillBe() {
    PlannedRequest request =
        preview(Given.bearer(true), Given.token("https://api.example.com/", "zz")).getFirst();
    assertEquals("GET", request.method());
    assertEquals("https://api.example.com/me", request.url());
    assertEquals("Bearer ••••••", request.headers().get("Authorization"));
    assertTrue(request.carriesSecret());
  }

  @Test
  void aTokenThatIsFetchedFirstIsNamed() {
    ServiceTemplate template = JsonCatalogue.bundled().find("http-generic").orElseThrow();
    List<PlannedRequest> requests =
        preview(
            template,
            Given.values(
                Map.of(
                    "url", "https://api.example.com/me",
                    "auth_method", "oauth2",
                    "token_url", "https://api.example.com/token",
                    "client_id", "ada"),
                Map.of("client_secret", "zz")));
    assertEquals(List.of("token", "get"), requests.stream().map(PlannedRequest::step).toList());
    assertEquals(
        "grant_type=client_credentials&client_id=ada&client_secret=••••••",
        requests.getFirst().body());
    assertEquals("Bearer ‹oauth2-access-token›", requests.getLast().headers().get("Authorization"));
  }

  @Test
  void everyBundledTestCanBeLookedAtWithoutASecretInSight() {
    String marker = "zzmarkerzz";
    int looked = 0;
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      for (ProbeSpec probe : template.probes()) {
        Map<String, String> plain = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (FieldSpec field : template.fields()) {
          if (field.secret()) {
            secrets.put(field.name(), marker);
          } else if (!field.defaultValue().isEmpty()) {
            plain.put(field.name(), field.defaultValue());
          }
        }
        probe.when().ifPresent(when -> plain.put(when.field(), when.value()));
        List<PlannedRequest> requests = preview(template, Given.values(plain, secrets));
        assertFalse(requests.toString().contains(marker), requests.toString());
        assertFalse(
            requests.stream().anyMatch(r -> r.body().contains("well-formed")),
            template.serviceType() + ": " + requests);
        looked += requests.size();
      }
    }
    assertTrue(looked > 15, "looked at " + looked);
  }
}
