package io.keyarbor.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetailModelTest {
  private static Credential credential(String service, Map<String, String> plain, String secret) {
    return new Credential(
        CredentialId.random(),
        new Details(
            "key",
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
        Set.of(secret),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void fieldsComeInTheOrderOfTheForm() {
    var template = JsonCatalogue.bundled().find("proxmox");
    List<DetailModel.Line> lines =
        DetailModel.lines(
            credential(
                "proxmox",
                Map.of("auth_method", "api_token", "host", "pve.example", "username", ""),
                "token_value"),
            template);

    assertEquals(
        List.of("host", "auth_method", "token_value"),
        lines.stream().map(DetailModel.Line::name).toList());
    assertEquals(
        List.of(false, false, true), lines.stream().map(DetailModel.Line::isSecret).toList());
  }

  @Test
  void whatTheTemplateNoLongerKnowsIsStillInReach() {
    var lines =
        DetailModel.lines(credential("gone", Map.of("z", "1", "a", "2"), "key"), Optional.empty());

    assertEquals(
        Set.of("key", "a", "z"), Set.copyOf(lines.stream().map(DetailModel.Line::name).toList()));
  }
}
