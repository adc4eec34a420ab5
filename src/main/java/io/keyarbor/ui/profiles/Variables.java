package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What environment variables a credential can give. Plain Java. */
public final class Variables {
  private final Catalogue catalogue;

  /** By the templates of {@code catalogue}. */
  public Variables(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * One thing that a variable can take from a credential.
   *
   * @param label what a person reads
   * @param name what the variable would usually be called
   */
  public record Offer(Value value, String label, String name) {}

  /**
   * A profile with more variables.
   *
   * @param added names of those that are new
   * @param taken names that the profile had already for something else; these stay as they were
   */
  public record Addition(Profile profile, List<String> added, List<String> taken) {}

  /** The usual variables of a credential, as {@link #usual(Details, Set)} says. */
  public List<Variable> usual(Credential credential) {
    return usual(credential.details(), credential.secretFields()).stream()
        .map(o -> new Variable(o.name(), credential.id(), o.value()))
        .toList();
  }

  /**
   * What is usually taken: the variables that the service's own tools read, or else one for each
   * secret.
   *
   * @param secrets names of the fields that hold a secret
   */
  public List<Offer> usual(Details details, Set<String> secrets) {
    List<Offer> offers = offers(details, secrets);
    List<Offer> byTemplate =
        offers.stream().filter(o -> o.value() instanceof Value.ByTemplate).toList();
    return byTemplate.isEmpty()
        ? offers.stream().filter(o -> isSecretValue(secrets, o.value())).toList()
        : byTemplate;
  }

  private static boolean isSecretValue(Set<String> secrets, Value value) {
    return value instanceof Value.Field(String field) && secrets.contains(field);
  }

  /** All that a variable can take from a credential, the usual first. */
  public List<Offer> offers(Credential credential) {
    return offers(credential.details(), credential.secretFields());
  }

  private List<Offer> offers(Details details, Set<String> secrets) {
    Optional<ServiceTemplate> template = catalogue.find(details.serviceType());
    // A choice that an import left open is the one that the form would show.
    Map<String, String> choices =
        template.map(t -> new FormModel(t, details.fields()).values()).orElse(Map.of());
    List<Offer> offers = new ArrayList<>();
    for (EnvName env : template.map(ServiceTemplate::env).orElse(List.of())) {
      if (env.when().isEmpty() || FormModel.holds(env.when().get(), choices)) {
        Value value = new Value.ByTemplate(env.name());
        offers.add(new Offer(value, label(value, template), env.name()));
      }
    }
    List<String> fields = fields(details, secrets, template);
    for (String field : fields) {
      if (!field.startsWith(Draft.ATTACHMENT)) {
        Value value = new Value.Field(field);
        offers.add(new Offer(value, label(value, template), name(details, field)));
      }
    }
    for (String field : fields) {
      if (secrets.contains(field)) {
        Value value = new Value.FileOf(field);
        offers.add(new Offer(value, label(value, template), name(details, field) + "_FILE"));
      }
    }
    return offers;
  }

  /** The fields that hold something, secret ones first, in the order of the form. */
  private static List<String> fields(
      Details details, Set<String> secrets, Optional<ServiceTemplate> template) {
    List<String> order =
        template.map(ServiceTemplate::fields).orElse(List.of()).stream()
            .map(FieldSpec::name)
            .distinct()
            .toList();
    List<String> fields = new ArrayList<>(sorted(secrets, order));
    fields.addAll(sorted(details.fields().keySet(), order));
    return fields;
  }

  private static List<String> sorted(Set<String> names, List<String> order) {
    List<String> sorted = new ArrayList<>(order);
    sorted.retainAll(names);
    names.stream()
        .filter(name -> !order.contains(name))
        .sorted(NameOrder.ofPeople())
        .forEach(sorted::add);
    return sorted;
  }

  /** What a variable takes, in words, of a credential of that service. */
  public String label(Value value, String serviceType) {
    return label(value, catalogue.find(serviceType));
  }

  private static String label(Value value, Optional<ServiceTemplate> template) {
    return switch (value) {
      case Value.Field(String field) -> label(field, template);
      case Value.FileOf(String field) -> tr("File with {0}", label(field, template));
      case Value.ByTemplate(String name) ->
          tr(
              "What tools of {0} read as {1}",
              template.map(ServiceTemplate::displayName).orElse(tr("its service")), name);
    };
  }

  private static String label(String field, Optional<ServiceTemplate> template) {
    return template.map(ServiceTemplate::fields).orElse(List.of()).stream()
        .filter(spec -> spec.name().equals(field))
        .findFirst()
        .map(spec -> tr(spec.label()))
        .orElse(field);
  }

  /** Of {@code token} of “Grafana (ops)”, {@code GRAFANA_OPS_TOKEN}. */
  private static String name(Details details, String field) {
    String words = details.name() + "_" + field;
    String name =
        words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
    return name.isEmpty() ? "SECRET" : Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /** The profile with more variables; one whose name it has already stays as it was. */
  public static Addition add(Profile profile, List<Variable> more) {
    Map<String, Variable> known = new HashMap<>();
    profile.variables().forEach(v -> known.put(v.name(), v));
    List<Variable> all = new ArrayList<>(profile.variables());
    List<String> added = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (Variable variable : more) {
      Variable before = known.putIfAbsent(variable.name(), variable);
      if (before == null) {
        all.add(variable);
        added.add(variable.name());
      } else if (!before.equals(variable)) {
        taken.add(variable.name());
      }
    }
    return new Addition(profile.withVariables(all), added, taken);
  }

  /** The profile with {@code next} in the place of {@code before}. */
  public static Profile replace(Profile profile, Variable before, Variable next) {
    List<Variable> all = new ArrayList<>(profile.variables());
    all.replaceAll(v -> v.equals(before) ? next : v);
    return profile.withVariables(all);
  }

  /** The profile without one variable. */
  public static Profile without(Profile profile, Variable variable) {
    return profile.withVariables(
        profile.variables().stream().filter(v -> !v.equals(variable)).toList());
  }

  /** The profile without what it takes from a credential. */
  public static Profile without(Profile profile, CredentialId credential) {
    return profile.withVariables(
        profile.variables().stream().filter(v -> !v.credential().equals(credential)).toList());
  }

  /** How a program is started with a profile; the program's own command comes after it. */
  public static String command(Profile profile) {
    String name = profile.name();
    boolean plain = name.matches("[A-Za-z0-9_.][A-Za-z0-9_.-]*");
    return "keyarbor run --profile "
        + (plain ? name : "'" + name.replace("'", "'\\''") + "'")
        + " -- ";
  }
}
