package io.keyarbor.demo.server;

import io.keyarbor.crypto.Secret;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An invented credential for the demo's vault. Owns its secrets.
 *
 * @param group names of the nested groups from the top, empty if in none
 * @param fields values of plain fields by name
 * @param secrets values of secret fields by name
 */
public record DemoCredential(
    String name,
    String serviceType,
    List<String> group,
    Map<String, String> fields,
    Map<String, Secret> secrets,
    Set<String> tags,
    boolean favourite,
    String notes,
    Optional<LocalDate> expires)
    implements AutoCloseable {
  /** Wipes the secrets. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }
}
