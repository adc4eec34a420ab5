package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts as long as people make them: with and without places to break the line. */
final class Longest {
  static final String NAME =
      "Zugang der Abteilung Rechenzentrumsbetrieb Süd zum Proxmox-Cluster der Außenstelle,"
          + " nur für die nächtlichen Sicherungsläufe";

  private static final String UNBROKEN =
      "rechenzentrumsbetriebsueberwachungsdienstleistungskonto_productionreadonly_eucentral1";

  private Longest() {}

  static void fill(FakeSession session) {
    GroupId outer =
        session.groups().add("Rechenzentrumsbetrieb Süd mit Außenstellen", Optional.empty()).id();
    GroupId inner = session.groups().add(UNBROKEN, Optional.of(outer)).id();
    Credential spaced = add(session, NAME, inner);
    session.recordTest(spaced.id(), 1, failed());
    int days = 0;
    for (Reason reason : EnumSet.allOf(Reason.class)) {
      days++;
      session.recordTest(spaced.id(), 1, Sample.verdict(reason, 60 * 24 * days, Optional.empty()));
    }
    session.recordTest(spaced.id(), 1, failed());
    Credential unbroken = add(session, UNBROKEN, outer);
    profile(session, List.of(spaced.id(), unbroken.id()));
  }

  private static Verdict failed() {
    return new Verdict(
        Reason.INSUFFICIENT_PERMISSION,
        Reason.INSUFFICIENT_PERMISSION.advice(),
        Sample.NOW.minus(Duration.ofDays(3)),
        Duration.ofMillis(29_871),
        Map.of("Account", UNBROKEN, "Organization", NAME),
        List.of("Datastore.Audit", UNBROKEN, "Sys.Audit", "VM.Audit"),
        new Expiry.At(Sample.NOW.plus(Duration.ofDays(9))),
        List.of(UNBROKEN, "demo-model-large", "demo-model-small"),
        Optional.empty());
  }

  private static Credential add(FakeSession session, String name, GroupId group) {
    try (Secret secret = Secret.takeUtf8(Sample.SECRET.repeat(12).toCharArray())) {
      return session.add(
          new Details(
              name,
              "proxmox",
              Optional.of(group),
              Map.of(
                  "url",
                  "https://" + UNBROKEN.replace('_', '-') + ".backup.example:8006/a/long/path",
                  "username",
                  UNBROKEN + "@pve"),
              Set.of("production", "nur lesen", UNBROKEN, "Sicherung der Außenstellen bei Nacht"),
              true,
              (NAME + ". ").repeat(4) + "\n\n" + UNBROKEN.repeat(2),
              Optional.of(LocalDate.of(2026, 11, 30)),
              new TlsTrust.SystemTrust()),
          Map.of("token", secret, "password", secret));
    }
  }

  private static void profile(FakeSession session, List<CredentialId> ids) {
    Profile made = session.profiles().add(NAME, NAME);
    session
        .profiles()
        .change(
            made.withVariables(
                ids.stream()
                    .map(id ->
                        new Variable(
                            "RECHENZENTRUM_" + ids.indexOf(id) + "_" + "A_LONG_NAME_".repeat(5),
                            id,
                            new Value.Field("token")))
                    .toList()));
  }
}
