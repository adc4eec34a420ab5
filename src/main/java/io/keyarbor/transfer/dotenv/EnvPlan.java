package io.keyarbor.transfer.dotenv;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.read.Services;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which variables hold the fields of credentials, each name once. The names are those of the
 * services' tools; a field that no tool has a variable for gets one of its own.
 */
public final class EnvPlan implements AutoCloseable {
  private final Services services;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Skipped> told = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A variable.
   *
   * @param credential name of the one it is of
   * @param field whose value it holds as it is; empty if it holds more or less than one
   * @param value owned by the plan
   */
  public record Variable(String credential, String name, Optional<String> field, Secret value) {}

  private EnvPlan(Services services) {
    this.services = services;
  }

  /** Plans for {@code drafts}; the same drafts in the same order get the same names. */
  public static EnvPlan of(Services services, List<Draft> drafts) {
    EnvPlan plan = new EnvPlan(services);
    drafts.forEach(plan::add);
    return plan;
  }

  /** In the order of the drafts. */
  public List<Variable> variables() {
    return variables;
  }

  /** Names that had to be changed, and what is no variable. */
  public List<Skipped> told() {
    return told;
  }

  private void add(Draft draft) {
    Set<String> covered = new HashSet<>();
    Optional<ServiceTemplate> template = services.find(draft.details().serviceType());
    EnvVariables values = EnvVariables.of(draft);
    for (EnvName env : template.map(values::of).orElse(List.of())) {
      values
          .value(env)
          .ifPresent(value -> {
            add(draft, env.name(), EnvVariables.field(env), value);
            covered.addAll(EnvVariables.fields(env));
          });
    }
    new TreeMap<>(draft.secrets())
        .forEach((field, secret) -> {
          if (field.startsWith(Draft.ATTACHMENT)) {
            tell(draft, "An attached file is no variable; it is left out.");
          } else if (!covered.contains(field)) {
            add(draft, ownName(draft, field), Optional.of(field), secret.copy());
          }
        });
    if (covered.isEmpty()) {
      new TreeMap<>(draft.details().fields())
          .forEach((field, value) -> {
            if (!value.isEmpty() && !isChoice(template, field) && !field.equals("variable")) {
              add(
                  draft,
                  ownName(draft, field),
                  Optional.of(field),
                  Secret.takeUtf8(value.toCharArray()));
            }
          });
    }
  }

  private static boolean isChoice(Optional<ServiceTemplate> template, String field) {
    return template.stream()
        .flatMap(t -> t.fields().stream())
        .anyMatch(f -> f.name().equals(field) && f.type() == FieldType.SELECT);
  }

  /** What the person says it is called, or the credential's and the field's name. */
  private static String ownName(Draft draft, String field) {
    Map<String, String> plain = draft.details().fields();
    String variable = plain.getOrDefault("variable", "");
    boolean isNamed = draft.secrets().size() == 1 && draft.secrets().containsKey(field);
    return isNamed && variable.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? variable
        : asName(draft.details().name() + "_" + field);
  }

  private static String asName(String text) {
    String name =
        text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "KEY_" + name : name;
  }

  private void add(Draft draft, String wanted, Optional<String> field, Secret value) {
    if (!isText(value)) {
      value.close();
      tell(draft, "“" + wanted + "” would hold a NUL or no text, which no variable can.");
      return;
    }
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    if (!name.equals(wanted)) {
      tell(
          draft,
          "“" + wanted + "” is set by another credential; its own is called “" + name + "”.");
    }
    variables.add(new Variable(draft.details().name(), name, field, value));
  }

  private static boolean isText(Secret value) {
    return value.use(bytes -> {
      for (byte b : bytes) {
        if (b == 0) {
          return false;
        }
      }
      return isSameAsText(value);
    });
  }

  private static boolean isSameAsText(Secret value) {
    try (Secret text = value.useChars(chars -> Secret.takeUtf8(chars.clone()))) {
      return text.sameAs(value);
    }
  }

  private void tell(Draft draft, String what) {
    told.add(new Skipped(draft.details().name(), what));
  }

  /** Wipes the values. */
  @Override
  public void close() {
    variables.forEach(variable -> variable.value().close());
  }
}
