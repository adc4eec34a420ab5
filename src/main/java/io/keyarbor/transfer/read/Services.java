package io.keyarbor.transfer.read;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the templates say of a field, for what comes from elsewhere.
 *
 * @param catalogue read when first asked for
 */
public record Services(Supplier<Catalogue> catalogue) {
  /** The service type of a login at some website. */
  public static final String LOGIN = "generic-login";

  /** The service type of a secret of no known service, and of a note. */
  public static final String SECRET = "generic-secret";

  /** The service type of a login by a key pair. */
  public static final String SSH = "ssh";

  /** The template of that service type or title, ignoring case. */
  public Optional<ServiceTemplate> find(String typeOrTitle) {
    String wanted = typeOrTitle.strip();
    return catalogue
        .get()
        .find(wanted)
        .or(() ->
            catalogue.get().all().stream()
                .filter(t ->
                    t.serviceType().equalsIgnoreCase(wanted)
                        || t.displayName().equalsIgnoreCase(wanted))
                .findFirst());
  }

  /** Whether the service's template has that field and keeps it secret. */
  public boolean isSecret(String serviceType, String field) {
    return catalogue.get().find(serviceType).stream()
        .flatMap(t -> t.fields().stream())
        .anyMatch(f -> f.name().equals(field) && f.secret());
  }

  /** The field that a column or a key of that name means, if the template has one. */
  public static Optional<FieldSpec> field(ServiceTemplate template, String name) {
    return template.fields().stream().filter(field -> isCalled(field, name)).findFirst();
  }

  /** Whether that is the field's name or label, ignoring case. */
  public static boolean isCalled(FieldSpec field, String name) {
    return field.name().equalsIgnoreCase(name) || field.label().equalsIgnoreCase(name);
  }

  /** The first field of a kind that is shown with {@code plain}, for a column called just that. */
  public static Optional<FieldSpec> usual(
      ServiceTemplate template, Map<String, String> plain, boolean secret) {
    return new FormModel(template, plain)
        .visible().stream()
            .filter(f -> secret ? f.secret() : f.type() == FieldType.URL)
            .findFirst();
  }

  /** Sets choices that the template has a default for, as its form would. */
  public void completeChoices(DraftBuilder draft, Map<String, String> plain) {
    find(draft.service())
        .map(template -> new FormModel(template, plain))
        .ifPresent(form ->
            form.visible().stream()
                .filter(f -> f.type() == FieldType.SELECT && !f.secret())
                .forEach(f -> draft.plainIfAbsent(f.name(), form.value(f.name()))));
  }
}
