package io.keyarbor.ui.wizard;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.TestSchedule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of a credential beside its fields.
 *
 * @param newGroup name of a group to make for it, empty if none
 * @param schedule how often it is tested by itself
 */
record About(
    String name,
    Optional<GroupId> group,
    String newGroup,
    Set<String> tags,
    boolean favourite,
    String notes,
    Optional<LocalDate> expires,
    TestSchedule schedule) {

  /** What a new credential starts with. */
  static About named(String name) {
    return new About(
        name,
        Optional.empty(),
        "",
        Set.of(),
        false,
        "",
        Optional.empty(),
        new TestSchedule.Inherited());
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
        details.expires(),
        details.schedule());
  }

  /** The same under another name. */
  About withName(String next) {
    return new About(next, group, newGroup, tags, favourite, notes, expires, schedule);
  }

  /** The same with another last day. */
  About withExpiry(Optional<LocalDate> next) {
    return new About(name, group, newGroup, tags, favourite, notes, next, schedule);
  }

  /** All that is to be saved but the secrets. */
  Details details(
      String serviceType, Optional<GroupId> inGroup, Map<String, String> fields, TlsTrust trust) {
    return new Details(
        name, serviceType, inGroup, fields, tags, favourite, notes, expires, trust, schedule);
  }
}
