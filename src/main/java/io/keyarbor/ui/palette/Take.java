package io.keyarbor.ui.palette;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.environment.MainSecret;
import io.keyarbor.vault.environment.OneTimeKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that can be copied of a credential.
 *
 * @param field its name
 * @param label what a person reads
 */
record Take(Kind kind, String field, String label) {
  /** How many there are at most: one for Enter, and one for each of the keys 1 to 9. */
  static final int MOST = 10;

  private static final Set<FieldType> CHOSEN = Set.of(FieldType.SELECT, FieldType.BOOLEAN);

  /** What copying does. */
  enum Kind {
    /** The value is no secret, and stays on the clipboard. */
    PLAIN,
    /** The value is cleared after a while. */
    SECRET,
    /** The code of the moment, made of a secret; cleared after a while. */
    CODE
  }

  /** The main secret first, then codes, plain fields and other secrets in the order of the form. */
  static List<Take> of(Credential credential, Optional<ServiceTemplate> template) {
    Map<String, FieldSpec> specs = specs(credential, template);
    List<Take> takes = new ArrayList<>();
    Optional<String> key = OneTimeKey.of(credential);
    Optional<String> main = MainSecret.orFirst(credential, template);
    main.ifPresent(field -> takes.add(new Take(Kind.SECRET, field, label(field, specs))));
    key.ifPresent(field -> takes.add(new Take(Kind.CODE, field, tr("One-time code"))));
    sorted(credential.details().fields().keySet(), specs)
        .filter(field -> isWorthIt(credential.details().fields().get(field), specs.get(field)))
        .forEach(field -> takes.add(new Take(Kind.PLAIN, field, label(field, specs))));
    sorted(credential.secretFields(), specs)
        .filter(field -> !main.equals(Optional.of(field)) && !key.equals(Optional.of(field)))
        .filter(field -> !field.startsWith(Draft.ATTACHMENT))
        .forEach(field -> takes.add(new Take(Kind.SECRET, field, label(field, specs))));
    return takes.stream().limit(MOST).toList();
  }

  private static Map<String, FieldSpec> specs(
      Credential credential, Optional<ServiceTemplate> template) {
    Map<String, FieldSpec> specs = new LinkedHashMap<>();
    template
        .map(t -> new FormModel(t, credential.details().fields()).visible())
        .orElse(List.of())
        .forEach(spec -> specs.putIfAbsent(spec.name(), spec));
    return specs;
  }

  private static Stream<String> sorted(Set<String> fields, Map<String, FieldSpec> specs) {
    return Stream.concat(
        specs.keySet().stream().filter(fields::contains),
        fields.stream().filter(field -> !specs.containsKey(field)).sorted(NameOrder.ofPeople()));
  }

  /** Nobody pastes what was chosen from a list. */
  private static boolean isWorthIt(String value, FieldSpec spec) {
    return !value.isBlank() && !CHOSEN.contains(spec == null ? FieldType.TEXT : spec.type());
  }

  private static String label(String field, Map<String, FieldSpec> specs) {
    return specs.containsKey(field) ? tr(specs.get(field).label()) : field;
  }
}
