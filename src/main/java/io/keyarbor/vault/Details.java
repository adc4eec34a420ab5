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
 * @param schedule how often it is tested without being asked to
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
    TlsTrust trust,
    TestSchedule schedule) {
  /** Copies the collections. */
  public Details {
    fields = Map.copyOf(fields);
    tags = Set.copyOf(tags);
  }

  /** Of one that leaves to its group how often it is tested. */
  public Details(
      String name,
      String serviceType,
      Optional<GroupId> group,
      Map<String, String> fields,
      Set<String> tags,
      boolean favourite,
      String notes,
      Optional<LocalDate> expires,
      TlsTrust trust) {
    this(
        name,
        serviceType,
        group,
        fields,
        tags,
        favourite,
        notes,
        expires,
        trust,
        new TestSchedule.Inherited());
  }

  /** The same under another name. */
  public Details withName(String next) {
    return new Details(
        next, serviceType, group, fields, tags, favourite, notes, expires, trust, schedule);
  }

  /** The same in another group; an empty one is the top. */
  public Details withGroup(Optional<GroupId> next) {
    return new Details(
        name, serviceType, next, fields, tags, favourite, notes, expires, trust, schedule);
  }

  /** The same with other tags. */
  public Details withTags(Set<String> next) {
    return new Details(
        name, serviceType, group, fields, next, favourite, notes, expires, trust, schedule);
  }

  /** The same with another last day, or none. */
  public Details withExpires(Optional<LocalDate> next) {
    return new Details(
        name, serviceType, group, fields, tags, favourite, notes, next, trust, schedule);
  }

  /** The same, marked as a favourite or not. */
  public Details withFavourite(boolean next) {
    return new Details(
        name, serviceType, group, fields, tags, next, notes, expires, trust, schedule);
  }

  /** The same, with that trust in the server. */
  public Details withTrust(TlsTrust next) {
    return new Details(
        name, serviceType, group, fields, tags, favourite, notes, expires, next, schedule);
  }

  /** The same, tested that often. */
  public Details withSchedule(TestSchedule next) {
    return new Details(
        name, serviceType, group, fields, tags, favourite, notes, expires, trust, next);
  }
}
