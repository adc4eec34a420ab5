package io.keyarbor.ui.wizard;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of a credential beside its fields.
 *
 * @param newGroup name of a group to make for it, empty if none
 */
record About(
    String name,
    Optional<GroupId> group,
    String newGroup,
    Set<String> tags,
    boolean favourite,
    String notes,
    Optional<LocalDate> expires) {

  /** What a new credential starts with. */
  static About named(String name) {
    return new About(name, Optional.empty(), "", Set.of(), false, "", Optional.empty());
  }

  /** What is said of an existing one. */
  static About of(Details details) {
    return new About(
        details.name(),
        details.group(),
        "",
        details.tags(),
        details.favourite(),
        details.notes(),
        details.expires());
  }

  /** All that is to be saved but the secrets. */
  Details details(
      String serviceType, Optional<GroupId> inGroup, Map<String, String> fields, TlsTrust trust) {
    return new Details(name, serviceType, inGroup, fields, tags, favourite, notes, expires, trust);
  }
}
