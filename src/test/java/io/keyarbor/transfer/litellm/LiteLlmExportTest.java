package io.keyarbor.transfer.litellm;

import static io.keyarbor.transfer.TransferKit.CATALOGUE;
import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.details;
import static io.keyarbor.transfer.TransferKit.draft;
import static io.keyarbor.transfer.TransferKit.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.FieldSpec;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the LiteLLM proxy is started with. */
class LiteLlmExportTest {
  private static Draft of(String name, String service, Map<String, String> fields, String secret) {
    Details d = details(name, fields);
    return new Draft(
        name,
        List.of(),
        new Details(
            name,
            service,
            Optional.empty(),
            fields,
            d.tags(),
            false,
            "",
            Optional.empty(),
            d.trust()),
        TestVaults.secrets("api_key", secret));
  }

  private static final List<Draft> DRAFTS =
      List.of(
          of(
              "Azure",
              "azure-openai",
              Map.of(
                  "auth_method",
                  "api_key",
                  "endpoint",
                  "https://x.example",
                  "api_version",
                  "2024-10-21",
                  "deployment",
                  "gpt-eu"),
              "fake-azure"),
          of(
              "Claude",
              "anthropic",
              Map.of(
                  "auth_method",
                  "api_key",
                  "base_url",
                  "https://api.anthropic.com",
                  "model",
                  "claude-x"),
              "fake-anthropic"),
          of("Open 1", "openai", Map.of("auth_method", "api_key"), "fake-openai-1"),
          of("Open 2", "openai", Map.of("auth_method", "api_key"), "fake-openai-2"),
          draft("Shop", Map.of(), "password", "fake-shop"));

  @Test
  void itRefersToTheVariablesOfTheEnvFileOfTheSameCredentials() throws Exception {
    String text = new String(written("litellm", DRAFTS, Optional.empty()), UTF_8);
    assertFalse(text.contains("fake"), text);
    assertFalse(FORMATS.toWrite("litellm").orElseThrow().isPlaintext());
    JsonNode list = YAMLMapper.shared().readTree(text).path("model_list");
    assertEquals(4, list.size());
    JsonNode azure = list.get(0).path("litellm_params");
    assertEquals("azure/gpt-eu", azure.path("model").asString());
    assertEquals("https://x.example", azure.path("api_base").asString());
    assertEquals("2024-10-21", azure.path("api_version").asString());
    assertEquals("os.environ/AZURE_OPENAI_API_KEY", azure.path("api_key").asString());
    assertEquals("claude-x", list.get(1).path("model_name").asString());
    assertEquals("openai/*", list.get(2).path("model_name").asString());
    String second = list.get(3).path("litellm_params").path("api_key").asString();
    assertEquals("os.environ/OPENAI_API_KEY_2", second);
    String env = new String(written("dotenv", DRAFTS, Optional.empty()), UTF_8);
    assertTrue(env.contains("\nOPENAI_API_KEY_2=fake-openai-2\n"), env);
  }

  @Test
  void valuesAreWrittenWhereThatWasChosen() throws Exception {
    String text = new String(written("litellm-values", DRAFTS, Optional.empty()), UTF_8);
    assertTrue(text.startsWith("# This file holds secrets"), text);
    JsonNode list = YAMLMapper.shared().readTree(text).path("model_list");
    assertEquals("fake-anthropic", list.get(1).path("litellm_params").path("api_key").asString());
    assertFalse(text.contains("fake-shop"));
  }

  @Test
  void withoutAnAiServiceThereIsNothingToWrite() {
    assertThrows(
        TransferException.class,
        () -> written("litellm", List.of(DRAFTS.getLast()), Optional.empty()));
  }

  /** The list is data, which a renamed field of a template would break without a word. */
  @Test
  void theListNamesFieldsThatTheTemplatesHave() {
    Providers.read()
        .byService()
        .forEach((service, provider) -> {
          Set<String> fields =
              CATALOGUE
                  .find(service)
                  .orElseThrow(() -> new AssertionError(service))
                  .fields()
                  .stream()
                  .map(FieldSpec::name)
                  .collect(Collectors.toSet());
          provider
              .params()
              .values()
              .forEach(names -> assertTrue(fields.containsAll(names), service + ": " + names));
        });
  }
}
