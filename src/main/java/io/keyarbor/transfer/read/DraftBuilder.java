package io.keyarbor.transfer.read;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.Address;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A draft in the making: it owns its secrets until it is built. For one thread. */
public final class DraftBuilder implements AutoCloseable {
  private final String origin;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final FreeNames names = new FreeNames();
  private final Set<String> tags = new LinkedHashSet<>();
  private String name = "";
  private String service = Services.LOGIN;
  private List<String> groups = List.of();
  private boolean favourite;
  private String notes = "";
  private Optional<LocalDate> expires = Optional.empty();
  private TlsTrust trust = new TlsTrust.SystemTrust();
  private TestSchedule schedule = new TestSchedule.Inherited();

  /** A draft without anything. */
  public DraftBuilder(String origin) {
    this.origin = origin;
  }

  /** Sets its name. */
  public DraftBuilder name(String next) {
    name = next;
    return this;
  }

  /** Sets its service type. */
  public DraftBuilder service(String next) {
    service = next;
    return this;
  }

  /** Its service type. */
  public String service() {
    return service;
  }

  /** Sets the names of its groups, outermost first. */
  public DraftBuilder groups(List<String> next) {
    groups = next;
    return this;
  }

  /** Adds a plain field; an empty value is none, and a second one of a name gets a number. */
  public DraftBuilder plain(String field, String value) {
    if (!value.isEmpty()) {
      fields.put(free(field), value);
    }
    return this;
  }

  /** Sets a plain field, if nothing has its name. */
  public DraftBuilder plainIfAbsent(String field, String value) {
    return isTaken(field) ? this : plain(field, value);
  }

  /** Sets a plain field, also to an empty value. */
  public DraftBuilder plainAsIs(String field, String value) {
    fields.put(field, value);
    return this;
  }

  /** Sets a secret field, also to an empty value; this object then owns it. */
  public DraftBuilder secretAsIs(String field, Secret value) {
    Secret before = secrets.put(field, value);
    if (before != null) {
      before.close();
    }
    return this;
  }

  /** Adds a secret field, which this object then owns; a second one of a name gets a number. */
  public DraftBuilder secret(String field, Secret value) {
    if (value.length() == 0) {
      value.close();
    } else {
      secrets.put(free(field), value);
    }
    return this;
  }

  /** Whether it has a plain or a secret field of that name. */
  public boolean isTaken(String field) {
    return fields.containsKey(field) || secrets.containsKey(field);
  }

  private String free(String field) {
    return names.of(field.isBlank() ? "field" : field, this::isTaken);
  }

  /** Adds a tag, if it is not blank. */
  public DraftBuilder tag(String tag) {
    if (!tag.isBlank()) {
      tags.add(tag.strip());
    }
    return this;
  }

  /** Marks it as a favourite, or not. */
  public DraftBuilder favourite(boolean next) {
    favourite = next;
    return this;
  }

  /** Sets its notes. */
  public DraftBuilder notes(String next) {
    notes = next;
    return this;
  }

  /** Sets its last day. */
  public DraftBuilder expires(Optional<LocalDate> next) {
    expires = next;
    return this;
  }

  /** Sets its trust. */
  public DraftBuilder trust(TlsTrust next) {
    trust = next;
    return this;
  }

  /** Sets how often it is tested. */
  public DraftBuilder schedule(TestSchedule next) {
    schedule = next;
    return this;
  }

  /** Whether it has neither a field nor a secret. */
  public boolean isEmpty() {
    return fields.isEmpty() && secrets.isEmpty();
  }

  /** Whether it has a secret. */
  public boolean hasSecret() {
    return !secrets.isEmpty();
  }

  /** How many bytes its secrets have together. */
  public long size() {
    return secrets.values().stream().mapToLong(Secret::length).sum();
  }

  /** The draft with exactly what it was given; this object is empty then. */
  public Draft build() {
    Details details =
        new Details(
            name,
            service,
            Optional.empty(),
            fields,
            tags,
            favourite,
            notes,
            expires,
            trust,
            schedule);
    Draft draft = new Draft(origin, groups, details, secrets);
    secrets.clear();
    return draft;
  }

  /** As {@link #build}, with a name on one line, made of what there is if it has none. */
  public Draft buildNamed() {
    name =
        List.of(
                name,
                Address.found(fields.getOrDefault("url", "")).orElse(""),
                fields.getOrDefault("username", ""))
            .stream()
            .map(DraftBuilder::oneLine)
            .filter(Predicate.not(String::isEmpty))
            .findFirst()
            .orElse(origin);
    return build();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /** Wipes the secrets that are still here. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
    secrets.clear();
  }
}
