package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a draft cannot come into the vault. */
final class DraftCheck {
  private static final int MOST_NAME = 1_000;
  private static final int MOST_DEPTH = 32;
  private static final int MOST_FIELDS = 1_000;

  /** Less than the vault holds for one credential, to leave room for what tests will find. */
  private static final int MOST_TEXT = 900_000;

  private DraftCheck() {}

  /** The reason, as a sentence; empty if there is none. */
  static Optional<String> fault(Draft draft, List<String> groups) {
    Details details = draft.details();
    if (draft.secrets().isEmpty() && details.fields().isEmpty()) {
      return Optional.of("It is empty: it has no field and no secret.");
    }
    if (stored(draft.secrets()) > Draft.MOST_BYTES) {
      return Optional.of("Its secrets are larger than " + Draft.MOST_BYTES + " bytes together.");
    }
    if (draft.secrets().size() + details.fields().size() > MOST_FIELDS) {
      return Optional.of("It has more than " + MOST_FIELDS + " fields.");
    }
    if (names(draft, groups).anyMatch(name -> name.length() > MOST_NAME)) {
      return Optional.of("A name in it is longer than " + MOST_NAME + " characters.");
    }
    if (groups.size() > MOST_DEPTH) {
      return Optional.of("It lies in more than " + MOST_DEPTH + " groups, one in another.");
    }
    long texts =
        Stream.concat(names(draft, groups), texts(details)).mapToLong(DraftCheck::stored).sum();
    if (texts > MOST_TEXT) {
      return Optional.of("Its texts are larger than " + MOST_TEXT + " bytes together.");
    }
    if (!Stream.concat(names(draft, groups), texts(details)).allMatch(DraftCheck::isWhole)) {
      return Optional.of("A text in it is damaged: half of a character is missing.");
    }
    return Optional.empty();
  }

  /** How many bytes the vault needs for secrets: each comes with its name and two lengths. */
  private static long stored(Map<String, Secret> secrets) {
    return secrets.entrySet().stream()
        .mapToLong(e -> 12L + 3L * e.getKey().length() + e.getValue().length())
        .sum();
  }

  /** How many bytes the vault needs for a text at most: it is JSON in UTF-8. */
  private static long stored(String text) {
    return 8
        + text.chars()
            .mapToLong(c -> c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3)
            .sum();
  }

  private static Stream<String> names(Draft draft, List<String> groups) {
    Details details = draft.details();
    return Stream.of(
            Stream.of(details.name(), details.serviceType()),
            groups.stream(),
            draft.secrets().keySet().stream(),
            details.fields().keySet().stream(),
            details.tags().stream())
        .flatMap(names -> names);
  }

  private static Stream<String> texts(Details details) {
    return Stream.concat(
        Stream.of(details.notes(), trust(details.trust())),
        details.fields().entrySet().stream().map(Map.Entry::getValue));
  }

  private static String trust(TlsTrust trust) {
    return switch (trust) {
      case TlsTrust.SystemTrust system -> "";
      case TlsTrust.Authorities(String pem) -> pem;
      case TlsTrust.Pin(String sha256) -> sha256;
    };
  }

  /** Whether each half of a character that takes two has its other half. */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
