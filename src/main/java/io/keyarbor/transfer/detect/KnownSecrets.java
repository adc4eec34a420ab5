package io.keyarbor.transfer.detect;

import io.keyarbor.crypto.Fingerprints;
import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of a vault as fingerprints, to tell whether a text that was found is one of them.
 * Making it decrypts each credential once. For any thread.
 */
public final class KnownSecrets implements AutoCloseable {
  /** Shorter values are no secrets, and would be found everywhere. */
  private static final int SHORTEST = 4;

  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<ByteBuffer, List<Known>> known = new HashMap<>();

  /** A field of a credential in use that holds a secret. */
  public record Known(Credential credential, String field) {}

  /**
   * Those of all credentials in use.
   *
   * @param leftOut the tag of credentials that do not count
   */
  public KnownSecrets(Session session, String leftOut) {
    for (Credential credential : session.credentials().all()) {
      if (!credential.details().tags().contains(leftOut)) {
        try (FieldValues values = session.credentials().open(credential.id())) {
          values.secrets().forEach((field, value) -> add(new Known(credential, field), value));
        }
      }
    }
  }

  private void add(Known place, Secret value) {
    if (value.length() >= SHORTEST) {
      known.computeIfAbsent(fingerprint(value), f -> new ArrayList<>()).add(place);
    }
  }

  /** Where the vault has {@code value}; empty if nowhere. */
  public List<Known> places(Secret value) {
    return known.getOrDefault(fingerprint(value), List.of());
  }

  /** A credential that has all of {@code values}. */
  public Optional<Credential> holderOfAll(Collection<Secret> values) {
    return values.stream()
        .findFirst()
        .flatMap(first ->
            places(first).stream()
                .map(Known::credential)
                .filter(c -> values.stream().allMatch(v -> has(c, v)))
                .findFirst());
  }

  private boolean has(Credential credential, Secret value) {
    return places(value).stream().anyMatch(p -> p.credential().id().equals(credential.id()));
  }

  /** The same for the same value, as long as this is open. */
  public synchronized ByteBuffer fingerprint(Secret value) {
    return value.use(fingerprints::of);
  }

  @Override
  public void close() {
    fingerprints.close();
  }
}
