package io.keyarbor.transfer;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.NameKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names in use, and numbers for those that would be used twice. */
final class TakenNames {
  private final Set<String> taken = new HashSet<>();

  /** The next number to try for a name: a thousand of one name must not each count from two. */
  private final Map<String, Integer> next = new HashMap<>();

  TakenNames(Collection<Credential> credentials) {
    credentials.forEach(c -> taken.add(NameKey.of(c.details().name())));
  }

  /** {@code wanted}, or the first of {@code wanted 2}, {@code wanted 3} and so on that is free. */
  String take(String wanted) {
    String name = wanted;
    String key = NameKey.of(wanted);
    while (!taken.add(NameKey.of(name))) {
      name = wanted + " " + next.merge(key, 2, (number, two) -> number + 1);
    }
    return name;
  }
}
