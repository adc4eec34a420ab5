package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service's form while a person fills it in: what is shown, what is typed and what is wrong.
 * Knows plain values only; of secrets it hears whether they are filled. Not for several threads.
 */
public final class FormModel {
  private final ServiceTemplate template;
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * What is wrong with the value of one field.
   *
   * @param label what a person calls the field
   * @param expected what the value should be; empty if there is no value at all
   */
  public record FieldFault(String field, String label, String expected) {
    /** The fault as a sentence in English. */
    public String message() {
      return label + (expected.isEmpty() ? " is missing." : " should be " + expected + ".");
    }
  }

  /** An empty form with the template's defaults. */
  public FormModel(ServiceTemplate template) {
    this(template, Map.of());
  }

  /** A form that holds {@code plain}, and defaults where it has nothing. */
  public FormModel(ServiceTemplate template, Map<String, String> plain) {
    this.template = template;
    values.putAll(plain);
  }

  /** The template of this form. */
  public ServiceTemplate template() {
    return template;
  }

  /** The value of a plain field that is shown: what was set, or else its default. */
  public String value(String field) {
    return visible().stream()
        .filter(f -> f.name().equals(field) && !f.secret())
        .findFirst()
        .map(this::value)
        .orElse("");
  }

  /** Sets a plain field; {@link #visible} may change by that. */
  public void set(String field, String value) {
    values.put(field, value);
  }

  /** The fields to show now, in order: conditional ones come after the choice they belong to. */
  public List<FieldSpec> visible() {
    Map<String, String> choices = new LinkedHashMap<>();
    List<FieldSpec> shown = new ArrayList<>();
    for (FieldSpec field : template.fields()) {
      if (field.when().isEmpty() || holds(field.when().get(), choices)) {
        shown.add(field);
        if (!field.secret()) {
          choices.put(field.name(), value(field));
        }
      }
    }
    return shown;
  }

  /** The plain values that are shown and not empty, without space around them: what is to save. */
  public Map<String, String> values() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (FieldSpec field : visible()) {
      String value = field.secret() ? "" : normal(field);
      if (!value.isEmpty()) {
        shown.put(field.name(), value);
      }
    }
    return shown;
  }

  /**
   * What is to be mended before the values can work, in the order of the fields.
   *
   * @param filledSecrets names of the secret fields that hold something
   */
  public List<FieldFault> faults(Set<String> filledSecrets) {
    List<FieldFault> faults = new ArrayList<>();
    for (FieldSpec field : visible()) {
      boolean filled =
          field.secret() ? filledSecrets.contains(field.name()) : !normal(field).isEmpty();
      if (!filled && field.required() && field.type() != FieldType.BOOLEAN) {
        faults.add(new FieldFault(field.name(), field.label(), ""));
      } else if (filled && !field.secret()) {
        FieldCheck.valueFault(field, normal(field), mayBeBareHost(field))
            .map(expected -> new FieldFault(field.name(), field.label(), expected))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  /** The line under the credential's name, as the values stand. */
  public String summary() {
    return Summary.of(template, values());
  }

  /** The host of the first address in the form, empty if there is none yet. */
  public String hostHint() {
    return visible().stream()
        .filter(f -> f.type() == FieldType.URL)
        .map(this::normal)
        .filter(v -> !v.isEmpty())
        .findFirst()
        .map(Address::host)
        .orElse("");
  }

  /** Whether {@code condition} holds for the plain values of a form. */
  public static boolean holds(Condition condition, Map<String, String> plain) {
    return condition.value().equals(plain.get(condition.field()));
  }

  private String value(FieldSpec field) {
    return values.getOrDefault(field.name(), initial(field));
  }

  /** A choice that must be made starts with the first option, so that the form shows its fields. */
  private static String initial(FieldSpec field) {
    if (!field.defaultValue().isEmpty()) {
      return field.defaultValue();
    }
    return switch (field.type()) {
      case SELECT -> field.required() ? field.options().getFirst().value() : "";
      case BOOLEAN -> "false";
      case TEXT, PASSWORD, URL, FILE, MULTILINE, NUMBER -> "";
    };
  }

  private String normal(FieldSpec field) {
    String value = value(field);
    return switch (field.type()) {
      case FILE, MULTILINE -> value.isBlank() ? "" : value;
      // An address means the same with and without the slash after its host.
      case URL -> value.strip().replaceFirst("^((?:[^/:]+://)?[^/]+)/$", "$1");
      case TEXT, PASSWORD, SELECT, NUMBER, BOOLEAN -> value.strip();
    };
  }

  /** A bare host will do where each use of the field makes an address of it. */
  private boolean mayBeBareHost(FieldSpec field) {
    List<Segment.Placeholder> uses =
        template.probes().stream()
            .flatMap(p -> p.steps().stream())
            .flatMap(s ->
                Stream.of(List.of(s.url()), s.headers().values(), s.form().values(), spoken(s)))
            .flatMap(Collection::stream)
            .map(TextTemplate::parse)
            .flatMap(List::stream)
            .flatMap(s -> s instanceof Segment.Placeholder p ? Stream.of(p) : Stream.empty())
            .filter(p -> p.name().equals(field.name()))
            .toList();
    return !uses.isEmpty() && uses.stream().allMatch(FormModel::takesBareHost);
  }

  private static Collection<String> spoken(ProbeSpec.Step step) {
    return step.transport().map(t -> t.with().values()).orElse(List.of());
  }

  private static boolean takesBareHost(Segment.Placeholder use) {
    Optional<Filter> first = use.filters().stream().findFirst();
    return first.isPresent() && Set.of("origin", "host").contains(first.get().name());
  }
}
