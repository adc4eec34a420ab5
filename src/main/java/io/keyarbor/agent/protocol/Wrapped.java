package io.keyarbor.agent.protocol;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parts of a credential sent as a credential, so that there is one way to write metadata. */
public final class Wrapped {
  private Wrapped() {}

  /** What a person says of a credential that has no id yet. */
  public static CredentialContent details(Details details) {
    return credential(CredentialId.random(), details, 1, Optional.empty());
  }

  /** A verdict on the secrets of {@code version}. */
  public static CredentialContent verdict(CredentialId id, int version, Verdict verdict) {
    Details none =
        new Details(
            "",
            "",
            Optional.empty(),
            Map.of(),
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    return credential(id, none, version, Optional.of(verdict));
  }

  private static CredentialContent credential(
      CredentialId id, Details details, int version, Optional<Verdict> verdict) {
    return new CredentialContent(
        new Credential(
            id,
            details,
            1,
            version,
            Set.of(),
            verdict,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty()),
        List.of());
  }
}
