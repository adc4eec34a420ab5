package io.keyarbor.vault.environment;

import static io.keyarbor.vault.TestVaults.details;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which secret is meant where nobody names one. */
class MainSecretTest {
  private static Credential with(String... secretFields) {
    return new Credential(
        CredentialId.random(),
        details("one"),
        1,
        1,
        Set.of(secretFields),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty());
  }

  private static Optional<String> of(String... secretFields) {
    return MainSecret.of(with(secretFields), JsonCatalogue::bundled);
  }

  @Test
  void filesAndKeysOfOneTimeCodesAreNeverMeant() {
    assertEquals(Optional.of("my key"), of("my key", "file:a.pem", "totp", "OTP"));
    assertEquals(Optional.empty(), of("file:a.pem"));
    assertEquals(Optional.empty(), of("totp", "file:a.pem"));
    assertEquals(
        Optional.empty(), MainSecret.orFirst(with("file:a.pem", "totp"), Optional.empty()));
  }

  @Test
  void amongSeveralThatNoFormKnowsOnlyAPersonGetsTheFirst() {
    assertEquals(Optional.empty(), of("b", "a"));
    assertEquals(Optional.of("a"), MainSecret.orFirst(with("b", "a", "file:0"), Optional.empty()));
  }
}
