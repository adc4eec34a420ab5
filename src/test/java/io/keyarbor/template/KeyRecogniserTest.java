package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.KeyRecogniser.Guess;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRecogniserTest {
  private final KeyRecogniser recogniser = new KeyRecogniser(JsonCatalogue.bundled());

  private List<String> guesses(String key) {
    try (Secret secret = Secret.takeUtf8(key.toCharArray())) {
      return recogniser.recognise(secret).stream()
          .map(g -> g.template().serviceType() + "/" + g.field() + "/" + g.choice())
          .toList();
    }
  }

  // The keys are put together here so that no scanner takes them for real ones.

  @Test
  void aPastedKeyFindsItsService() {
    assertEquals("github/token/", guesses("ghp" + "_" + "0".repeat(36)).getFirst());
    assertEquals(
        "anthropic/api_key/auth_method=api_key",
        guesses("sk-" + "ant-api03-" + "fake".repeat(10)).getFirst());
    assertEquals("openai/api_key/", guesses("sk-" + "proj-" + "fake".repeat(10)).getFirst());
    assertEquals("aws/access_key_id/", guesses("AK" + "IA" + "A".repeat(16)).getFirst());
    assertEquals(
        "grafana/token/auth_method=service_account",
        guesses("gl" + "sa_" + "0".repeat(32) + "_" + "0".repeat(8)).getFirst());
  }

  @Test
  void spaceAroundAPastedKeyDoesNotMatter() {
    assertEquals("github/token/", guesses("\n ghp" + "_" + "0".repeat(36) + " \n").getFirst());
  }

  @Test
  void anUnknownKeyFindsNothingAndStaysUntouched() {
    char[] key = "demo-unknown".toCharArray();
    List<Guess> guesses = recogniser.recognise(key);
    assertEquals(List.of(), guesses);
    assertArrayEquals("demo-unknown".toCharArray(), key);
  }
}
