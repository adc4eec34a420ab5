package io.keyarbor.vault.environment;

import java.util.Collection;

/** Proposes names to a person who typed one that is not there. */
@FunctionalInterface
public interface NameHint {
  /** A sentence with those of {@code names} near to {@code wanted}, a space first; or nothing. */
  String of(String wanted, Collection<String> names);
}
