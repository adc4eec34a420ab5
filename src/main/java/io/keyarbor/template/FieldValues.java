package io.keyarbor.template;

import io.keyarbor.crypto.Secret;
import java.util.Map;

/**
 * What a person gave for a service's fields: plain values as text, secret ones as {@link Secret}s
 * that this object owns.
 *
 * @param plain values by field name; unmodifiable
 * @param secrets values by field name; unmodifiable; closed with this object
 */
public record FieldValues(Map<String, String> plain, Map<String, Secret> secrets)
    implements AutoCloseable {
  /** Copies the maps, not the secrets. */
  public FieldValues {
    plain = Map.copyOf(plain);
    secrets = Map.copyOf(secrets);
  }

  /** Wipes the secrets. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }

  /** Names the fields only. */
  @Override
  public String toString() {
    return "FieldValues" + plain.keySet() + secrets.keySet();
  }
}
