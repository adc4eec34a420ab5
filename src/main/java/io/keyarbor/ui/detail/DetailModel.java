package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Totp;
import io.keyarbor.language.NameOrder;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Credential;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the detail pane says of a credential, in order. Plain Java. */
public final class DetailModel {
  private DetailModel() {}

  /**
   * One line.
   *
   * @param name of the field
   * @param value of a plain field; empty for a secret one, whose value is fetched when asked for
   */
  public record Line(String name, String label, Optional<String> value) {
    /** Whether its value is fetched only when it is asked for. */
    public boolean isSecret() {
      return value.isEmpty();
    }

    /** Whether it is an attached file. */
    public boolean isAttachment() {
      return isSecret() && name.startsWith(Draft.ATTACHMENT);
    }
  }

  /**
   * The fields that hold something: those of the template in its order, then those that the
   * template no longer knows, so that nothing kept is ever out of reach.
   */
  public static List<Line> lines(Credential credential, Optional<ServiceTemplate> template) {
    Map<String, String> plain = credential.details().fields();
    Set<String> left = new LinkedHashSet<>(NameOrder.sorted(credential.secretFields()));
    left.addAll(NameOrder.sorted(plain.keySet()));
    List<Line> lines = new ArrayList<>();
    for (FieldSpec field : template.map(ServiceTemplate::fields).orElse(List.of())) {
      boolean applies = field.when().map(w -> w.value().equals(plain.get(w.field()))).orElse(true);
      if (applies && left.remove(field.name())) {
        add(lines, field.name(), tr(field.label()), shown(field, plain.get(field.name())));
      }
    }
    left.forEach(name -> add(lines, name, label(name), Optional.ofNullable(plain.get(name))));
    return lines;
  }

  private static String label(String name) {
    if (name.startsWith(Draft.ATTACHMENT)) {
      return name.substring(Draft.ATTACHMENT.length());
    }
    return Totp.FIELD_NAMES.contains(name) ? tr("One-time code secret") : name;
  }

  private static void add(List<Line> lines, String name, String label, Optional<String> value) {
    if (!value.equals(Optional.of(""))) {
      lines.add(new Line(name, label, value));
    }
  }

  private static Optional<String> shown(FieldSpec field, String value) {
    return Optional.ofNullable(value)
        .map(v ->
            field.options().stream()
                .filter(o -> o.value().equals(v))
                .map(o -> tr(o.label()))
                .findFirst()
                .orElse(v));
  }
}
