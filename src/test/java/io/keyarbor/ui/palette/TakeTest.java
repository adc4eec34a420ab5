package io.keyarbor.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.palette.Take.Kind;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be copied of a credential, and what a program is started with. */
class TakeTest {
  private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();

  private static Credential credential(
      String name, String service, Map<String, String> plain, Set<String> secrets) {
    Details details =
        new Details(
            name,
            service,
            Optional.empty(),
            plain,
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    return new Credential(
        CredentialId.random(),
        details,
        1,
        1,
        secrets,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty());
  }

  private static List<Take> takes(Credential credential) {
    return Take.of(credential, CATALOGUE.find(credential.details().serviceType()));
  }

  private static List<String> fields(Credential credential) {
    return takes(credential).stream().map(Take::field).toList();
  }

  @Test
  void theMainSecretIsFirstThenTheCodeThenWhatIsNoSecretThenOtherSecrets() {
    Credential login =
        credential(
            "Router",
            "no-such-service",
            Map.of("username", "admin", "empty", " "),
            Set.of("password", "totp", "pin"));
    assertEquals(List.of("password", "totp", "username", "pin"), fields(login));
    assertEquals(
        List.of(Kind.SECRET, Kind.CODE, Kind.PLAIN, Kind.SECRET),
        takes(login).stream().map(Take::kind).toList());
  }

  @Test
  void whatWasChosenFromAListAndFilesAreNotOffered() {
    Credential token =
        credential(
            "Bot",
            "github",
            Map.of("auth_method", "token", "api_url", "https://api.github.com"),
            Set.of("token", "file:notes.txt"));
    assertEquals("token", fields(token).getFirst());
    assertEquals(false, fields(token).contains("auth_method"));
  }

  @Test
  void onlyACodeIsCopiedByEnterWhereThereIsNothingElse() {
    assertEquals(
        List.of(new Take(Kind.CODE, "otp", "One-time code")),
        takes(credential("Only codes", "no-such-service", Map.of(), Set.of("otp"))));
  }

  @Test
  void aRunLineNamesTheCredentialSoThatNoShellCanMisreadIt() {
    Credential odd =
        credential("It's $(odd) /\u00e4", "no-such-service", Map.of(), Set.of("token"));
    assertEquals(
        Optional.of(
            "keyarbor run --env IT_S_ODD_TOKEN=keyarbor://It%27s%20%24%28odd%29%20%2F%C3%A4/token"
                + " -- "),
        RunLine.of(odd, CATALOGUE));
    assertEquals(
        Optional.empty(),
        RunLine.of(credential("Empty", "no-such-service", Map.of(), Set.of()), CATALOGUE));
  }
}
