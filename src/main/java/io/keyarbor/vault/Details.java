package io.keyarbor.vault;

import io.keyarbor.probe.TlsTrust;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of a credential, its secrets apart. Everything here is opened by unlocking,
 * listed and searched.
 *
 * @param name unique in its collection, ignoring case
 * @param serviceType key of the service template
 * @param group empty at the top
 * @param fields values of the template's plain fields
 * @param notes free text; whoever may list the credential can read it, so no secret belongs here
 * @param expires last day on which the secret works, as the person or the service says
 * @param trust which server certificate its tests accept
 */
public record Details(
    String name,
    String serviceType,
    Optional<GroupId> group,
    Map<String, String> fields,
    Set<String> tags,
    boolean favourite,
    String notes,
    Optional<LocalDate> expires,
    TlsTrust trust) {
  /** Copies the collections. */
  public Details {
    fields = Map.copyOf(fields);
    tags = Set.copyOf(tags);
  }
}
