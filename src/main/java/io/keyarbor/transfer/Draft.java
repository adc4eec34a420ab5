package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import java.util.List;
import java.util.Map;

/**
 * A credential read from elsewhere and not in the vault yet, or taken from the vault to be written
 * elsewhere.
 *
 * @param origin where it was read, for a person to find it again: {@code row 12}, {@code Root/Web}
 * @param groups names of the groups it lies in, outermost first
 * @param details its group is empty: {@code groups} says it
 * @param secrets by field name, owned by this draft. A field of any name may be there, not only
 *     those of the template; an attached file is the field {@value #ATTACHMENT} with its name
 */
public record Draft(
    String origin, List<String> groups, Details details, Map<String, Secret> secrets)
    implements AutoCloseable {
  /** What the name of a field that holds an attached file begins with. */
  public static final String ATTACHMENT = Credential.ATTACHMENT;

  /** The most bytes that all secrets of one credential may have together. */
  public static final int MOST_BYTES = 1_000_000;

  /** Copies the list and the map, not the secrets. */
  public Draft {
    groups = List.copyOf(groups);
    secrets = Map.copyOf(secrets);
  }

  /** Wipes the secrets. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }

  /** Names its place and its fields only. */
  @Override
  public String toString() {
    return "Draft[" + origin + " " + secrets.keySet() + "]";
  }
}
