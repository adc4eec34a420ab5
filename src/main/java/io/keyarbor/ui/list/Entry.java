package io.keyarbor.ui.list;

import io.keyarbor.language.NameOrder;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.Summary;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A credential as the list needs it, with what would be slow to work out for each keystroke. For
 * one thread. Two are equal if they show the same state of the same credential.
 */
public final class Entry {
  /** Key of the branch for what has none. */
  private static final List<String> REST = List.of("");

  /** Fields that hold an address, whatever their template says of their type. */
  private static final Pattern ADDRESS =
      Pattern.compile("host|server|url|endpoint|address|domain", Pattern.CASE_INSENSITIVE);

  private final Credential credential;
  private final Optional<ServiceTemplate> template;
  private final NameOrder.Key place;
  private final String haystack;
  private final Optional<LocalDate> expires;
  private final Standing standing;
  private final List<String> category;
  private final List<String> service;
  private Optional<String> summary = Optional.empty();
  private Optional<String> tags = Optional.empty();
  private Optional<String> hosts = Optional.empty();

  private Entry(
      Credential credential,
      Optional<ServiceTemplate> template,
      NameOrder.Key place,
      String haystack,
      ZoneId zone) {
    this.credential = credential;
    this.template = template;
    this.place = place;
    this.haystack = haystack;
    standing = Standing.of(credential.lastTest());
    category = template.map(t -> List.of(t.category())).orElse(REST);
    service =
        List.of(
            template.map(ServiceTemplate::displayName).orElse(credential.details().serviceType()));
    expires = expiry(credential, zone);
  }

  /** Works out an entry. */
  static Entry of(
      Credential credential,
      Optional<ServiceTemplate> template,
      Function<String, NameOrder.Key> places,
      ZoneId zone) {
    Details details = credential.details();
    StringBuilder text = new StringBuilder(details.name());
    template.ifPresent(t -> text.append('\n').append(t.displayName()));
    text.append('\n').append(details.serviceType()).append('\n').append(details.notes());
    details.tags().forEach(tag -> text.append('\n').append(tag));
    details.fields().values().forEach(value -> text.append('\n').append(value));
    String haystack = text.toString().toLowerCase(Locale.ROOT);
    return new Entry(credential, template, places.apply(details.name()), haystack, zone);
  }

  /** The same after a change that leaves all but the verdict as it was. */
  Entry withVerdictOf(Credential fresh, ZoneId zone) {
    Entry next = new Entry(fresh, template, place, haystack, zone);
    next.summary = summary;
    next.tags = tags;
    next.hosts = hosts;
    return next;
  }

  /** The last day on which a credential works, as the earlier of the person and the service say. */
  public static Optional<LocalDate> expiry(Credential credential, ZoneId zone) {
    return earlier(credential.details().expires(), told(credential, zone));
  }

  private static Optional<LocalDate> told(Credential credential, ZoneId zone) {
    return credential
        .lastTest()
        .map(Verdict::expiry)
        .flatMap(e ->
            e instanceof Expiry.At at
                ? Optional.of(at.when().atZone(zone).toLocalDate())
                : Optional.empty());
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isPresent() && (b.isEmpty() || a.get().isBefore(b.get())) ? a : b;
  }

  /** The credential. */
  public Credential credential() {
    return credential;
  }

  /** The template of its service, if it is known here. */
  public Optional<ServiceTemplate> template() {
    return template;
  }

  /** Whose entry it is. */
  public CredentialId id() {
    return credential.id();
  }

  /** What a person calls the service. */
  public String serviceName() {
    return service.getFirst();
  }

  /** By what it is grouped by service. */
  List<String> serviceKeys() {
    return service;
  }

  /** By what it is grouped by category. */
  List<String> categoryKeys() {
    return category;
  }

  /** By what it is grouped by tag. */
  Collection<String> tagKeys() {
    var tags = credential.details().tags();
    return tags.isEmpty() ? REST : tags;
  }

  /** Its tags in one line, sorted. */
  public String tags() {
    if (tags.isEmpty()) {
      tags = Optional.of(String.join(", ", NameOrder.sorted(credential.details().tags())));
    }
    return tags.get();
  }

  /** In lower case, what its service is called. */
  String serviceText() {
    return (serviceName() + "\n" + credential.details().serviceType()).toLowerCase(Locale.ROOT);
  }

  /** In lower case, where it leads: what its template shows of it, and its addresses. */
  String hostText() {
    if (hosts.isEmpty()) {
      StringBuilder text = new StringBuilder(summary());
      credential
          .details()
          .fields()
          .forEach((field, value) -> {
            if (isAddress(field)) {
              text.append('\n').append(value);
            }
          });
      hosts = Optional.of(text.toString().toLowerCase(Locale.ROOT));
    }
    return hosts.get();
  }

  private boolean isAddress(String field) {
    return ADDRESS.matcher(field).find()
        || template.stream()
            .flatMap(t -> t.fields().stream())
            .anyMatch(f -> f.name().equals(field) && f.type() == FieldType.URL);
  }

  /** Account or host, as the template composes it; worked out when first asked for. */
  public String summary() {
    if (summary.isEmpty()) {
      summary =
          Optional.of(template.map(t -> Summary.of(t, credential.details().fields())).orElse(""));
    }
    return summary.get();
  }

  /** The earlier of what the person and the service say. */
  public Optional<LocalDate> expires() {
    return expires;
  }

  /** When it was last tested. */
  public Optional<Instant> tested() {
    return credential.lastTest().map(Verdict::at);
  }

  /** Where its verdict stands. */
  public Standing standing() {
    return standing;
  }

  /** Whether there is a test for its service. */
  public boolean isTestable() {
    return template.map(t -> !t.probes().isEmpty()).orElse(false);
  }

  /** The place of its name in the order of people. */
  public NameOrder.Key place() {
    return place;
  }

  /** In lower case, everything a search looks through. */
  String haystack() {
    return haystack;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry
        && credential.equals(entry.credential)
        && template.equals(entry.template);
  }

  @Override
  public int hashCode() {
    return credential.id().hashCode();
  }
}
