package io.keyarbor.ui.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What variables a credential can give to a profile. */
class VariablesTest {
  private final Variables variables = new Variables(JsonCatalogue.bundled());

  private static Credential credential(
      String name, String service, Map<String, String> plain, String... secrets) {
    return new Credential(
        CredentialId.random(),
        new Details(
            name,
            service,
            Optional.empty(),
            plain,
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust()),
        1,
        1,
        Set.of(secrets),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty());
  }

  private static Profile profile(Variable... variables) {
    return new Profile(ProfileId.random(), "production", "", List.of(variables));
  }

  private static List<String> names(List<Variable> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  @Test
  void theUsualOnesAreThoseThatTheServicesOwnToolsRead() {
    Credential aws =
        credential(
            "Billing",
            "aws",
            Map.of("access_key_id", "AKIA", "region", "eu-west-1"),
            "secret_access_key");

    List<String> names = names(variables.usual(aws));

    assertTrue(
        names.containsAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")), () -> "" + names);
  }

  @Test
  void aSecretOfAServiceWithoutToolsIsCalledLikeItsCredential() {
    Credential own = credential("Übung (ops) 2", "not-known-here", Map.of("host", "h"), "token");

    assertEquals(List.of("BUNG_OPS_2_TOKEN"), names(variables.usual(own)));
    assertEquals(
        List.of(new Value.Field("token"), new Value.Field("host"), new Value.FileOf("token")),
        variables.offers(own).stream().map(Variables.Offer::value).toList());
  }

  @Test
  void anAttachedFileIsOfferedAsAFileOnly() {
    Credential own = credential("Site", "not-known-here", Map.of(), "file:id_ed25519");

    assertEquals(
        List.of(new Value.FileOf("file:id_ed25519")),
        variables.offers(own).stream().map(Variables.Offer::value).toList());
  }

  @Test
  void aNameThatIsTakenStaysAsItIsAndIsTold() {
    CredentialId one = CredentialId.random();
    Variable mine = new Variable("TOKEN", one, new Value.Field("a"));
    Variable theirs = new Variable("TOKEN", one, new Value.Field("b"));
    Variable more = new Variable("HOST", one, new Value.Field("host"));

    Variables.Addition addition = Variables.add(profile(mine), List.of(theirs, more, mine));

    assertEquals(List.of(mine, more), addition.profile().variables());
    assertEquals(List.of("HOST"), addition.added());
    assertEquals(List.of("TOKEN"), addition.taken());
    assertEquals(
        "Added HOST. Taken already, and left as before: TOKEN.",
        ProfilesController.words(addition));
  }

  @Test
  void changesAndRemovesOneAndAllOfACredential() {
    CredentialId one = CredentialId.random();
    Variable a = new Variable("A", one, new Value.Field("a"));
    Variable b = new Variable("B", CredentialId.random(), new Value.Field("b"));

    assertEquals(List.of(b), Variables.without(profile(a, b), a).variables());
    assertEquals(List.of(b), Variables.without(profile(a, b), one).variables());
    assertEquals(List.of(b, b), Variables.replace(profile(a, b), a, b).variables());
  }

  @Test
  void theCommandNamesAnyProfileSoThatAShellTakesItAsOneWord() {
    Profile nasty = profile().withName("it's $HOME; rm", "");

    assertEquals("keyarbor run --profile production -- ", Variables.command(profile()));
    assertEquals("keyarbor run --profile 'it'\\''s $HOME; rm' -- ", Variables.command(nasty));
  }
}
