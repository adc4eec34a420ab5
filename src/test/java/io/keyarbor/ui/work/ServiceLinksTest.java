package io.keyarbor.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a service that are opened in a browser. */
class ServiceLinksTest {
  /** The schema refuses the worst of them; this goes past it, to try the second lock too. */
  private static ServiceTemplate template(String createKey) {
    String json =
        """
        {"service_type": "x",
         "required_fields": [{"name": "url", "type": "url"}, {"name": "key", "type": "password"}]}
        """;
    ServiceTemplate t =
        new TemplateParser()
            .parse("x", json.getBytes(StandardCharsets.UTF_8))
            .template()
            .orElseThrow();
    return new ServiceTemplate(
        t.serviceType(),
        t.displayName(),
        t.category(),
        t.icon(),
        t.docsUrl(),
        createKey,
        t.summary(),
        t.notes(),
        t.fields(),
        t.recognise(),
        t.env(),
        t.files(),
        t.probes(),
        t.models(),
        t.usage(),
        t.rotation());
  }

  private static Optional<String> page(String createKey) {
    Map<String, String> plain = Map.of("url", "https://own.example:8443/", "key", "fake0000");
    return ServiceLinks.createKey(template(createKey), plain).map(Object::toString);
  }

  @Test
  void aPlainFieldFillsThePage() {
    assertEquals(Optional.of("https://own.example:8443/keys"), page("{url}/keys"));
    assertEquals(Optional.of("https://own.example/keys"), page("https://{url|host}/keys"));
  }

  @Test
  void aSecretFillsNone() {
    assertEquals(Optional.empty(), page("https://own.example/{key}"));
  }

  @Test
  void aPageWhoseFieldIsEmptyIsNotThere() {
    assertEquals(Optional.empty(), ServiceLinks.createKey(template("{url}/keys"), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:demo@example.com",
        "https://user:fake@own.example/",
        "https:///nowhere",
        "not a page"
      })
  void onlyPagesOfTheWebAreFollowed(String address) {
    assertEquals(Optional.empty(), page(address));
  }
}
