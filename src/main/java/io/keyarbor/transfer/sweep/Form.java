package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.FieldSpec.Option;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Details;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service's form, filled in with values that were found. Owns the secrets until they are taken.
 */
final class Form implements AutoCloseable {
  private final ServiceTemplate template;
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, Secret> secrets = new HashMap<>();

  Form(ServiceTemplate template) {
    this.template = template;
  }

  ServiceTemplate template() {
    return template;
  }

  boolean isSecret(String field) {
    return template.fields().stream().anyMatch(f -> f.name().equals(field) && f.secret());
  }

  boolean has(String field) {
    return plain.containsKey(field) || secrets.containsKey(field);
  }

  void choose(Condition choice) {
    plain.putIfAbsent(choice.field(), choice.value());
  }

  void putPlain(String field, String value) {
    plain.put(field, value);
  }

  /** Takes over {@code value}. */
  void putSecret(String field, Secret value) {
    Secret before = secrets.put(field, value);
    if (before != null) {
      before.close();
    }
  }

  Map<String, Secret> secrets() {
    return secrets;
  }

  int size() {
    return plain.size() + secrets.size();
  }

  /** How many fields would have to be mended before the form could work. */
  int faults() {
    return settled().faults(secrets.keySet()).size();
  }

  /** A choice that the form does not offer, as what to tell a person. */
  Optional<String> unknownChoice() {
    return template.fields().stream()
        .filter(f -> f.type() == FieldType.SELECT && plain.containsKey(f.name()))
        .filter(f -> f.options().stream().map(Option::value).noneMatch(plain.get(f.name())::equals))
        .findFirst()
        .map(f ->
            "Its "
                + f.label()
                + " is of a kind that "
                + template.displayName()
                + " credentials here cannot have. It was not taken.");
  }

  /** With the choices that show all fields that have a value. */
  private FormModel settled() {
    for (String field : Set.copyOf(filled())) {
      List<FieldSpec> specs =
          template.fields().stream().filter(f -> f.name().equals(field)).toList();
      if (specs.stream().allMatch(f -> f.when().isPresent())) {
        specs.stream().map(f -> f.when().get()).findFirst().ifPresent(this::choose);
      }
    }
    FormModel form = new FormModel(template, plain);
    form.faults(secrets.keySet()).stream()
        .map(fault -> fault.field())
        .filter(plain::containsKey)
        .filter(field -> isAddress(field) && !plain.get(field).contains("://"))
        .forEach(field -> form.set(field, "https://" + plain.get(field)));
    return form;
  }

  private Set<String> filled() {
    Set<String> names = new HashSet<>(plain.keySet());
    names.addAll(secrets.keySet());
    return names;
  }

  private boolean isAddress(String field) {
    return template.fields().stream()
        .anyMatch(f -> f.name().equals(field) && f.type() == FieldType.URL);
  }

  /** A draft that owns the secrets from now on. */
  Draft draft(String name, Source source) {
    FormModel form = settled();
    Map<String, Secret> taken = new HashMap<>(secrets);
    secrets.clear();
    return new Draft(
        source.toString(),
        List.of(),
        new Details(
            name,
            template.serviceType(),
            Optional.empty(),
            form.values(),
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust()),
        taken);
  }

  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }
}
