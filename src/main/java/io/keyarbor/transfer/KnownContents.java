package io.keyarbor.transfer;

import io.keyarbor.crypto.Fingerprints;
import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.codec.SecretFields;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is there already, by its content. Secrets are decrypted only of credentials whose plain
 * parts are those of a draft, each once, and kept as fingerprints.
 */
final class KnownContents implements AutoCloseable {
  private record Plain(String service, Map<String, String> fields, Set<String> secretFields) {
    Plain(Details details, Set<String> secretFields) {
      this(details.serviceType(), details.fields(), secretFields);
    }
  }

  private final Credentials credentials;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<Plain, List<Credential>> candidates = new HashMap<>();
  private final Map<Plain, Map<ByteBuffer, String>> names = new HashMap<>();

  KnownContents(Credentials credentials) {
    this.credentials = credentials;
    for (Credential credential : credentials.all()) {
      candidates
          .computeIfAbsent(
              new Plain(credential.details(), credential.secretFields()), p -> new ArrayList<>())
          .add(credential);
    }
  }

  /**
   * The name of what has the same content. If there is none, {@code draft} is known from now on.
   *
   * @param name that it is known by
   */
  Optional<String> nameOfSame(Draft draft, String name) {
    Plain plain = new Plain(draft.details(), draft.secrets().keySet());
    Map<ByteBuffer, String> known = names.computeIfAbsent(plain, this::decrypted);
    return Optional.ofNullable(known.putIfAbsent(fingerprint(draft.secrets()), name));
  }

  private Map<ByteBuffer, String> decrypted(Plain plain) {
    Map<ByteBuffer, String> known = new HashMap<>();
    for (Credential candidate : candidates.getOrDefault(plain, List.of())) {
      try (FieldValues values = credentials.open(candidate.id())) {
        known.putIfAbsent(fingerprint(values.secrets()), candidate.details().name());
      }
    }
    return known;
  }

  private ByteBuffer fingerprint(Map<String, Secret> secrets) {
    byte[] text = SecretFields.write(secrets);
    try {
      return fingerprints.of(text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  @Override
  public void close() {
    fingerprints.close();
  }
}
