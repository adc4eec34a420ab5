package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import java.util.Collection;

/** What a field may be called that a person adds. */
final class OwnName {
  private static final int LONGEST = 100;

  private OwnName() {}

  /**
   * What is wrong with {@code name}, as a sentence; empty if nothing is.
   *
   * @param others names of the other fields that the person added
   */
  static String fault(String name, ServiceTemplate template, Collection<String> others) {
    if (name.startsWith(Draft.ATTACHMENT)) {
      return tr(
          "A name cannot begin with “{0}”, which stands for attached files.", Draft.ATTACHMENT);
    }
    boolean inForm =
        template.fields().stream()
            .anyMatch(f ->
                f.name().equalsIgnoreCase(name)
                    || f.label().equalsIgnoreCase(name)
                    || tr(f.label()).equalsIgnoreCase(name));
    return inForm
        ? tr("The form above has a field of that name. Choose another name.")
        : anyFault(name, name, others);
  }

  /** The same for the name of a file. */
  static String fileFault(String name, Collection<String> others) {
    return anyFault(name, Draft.ATTACHMENT + name, others);
  }

  private static String anyFault(String name, String field, Collection<String> others) {
    if (name.isBlank()) {
      return tr("Give it a name.");
    }
    if (name.length() > LONGEST) {
      return tr("A name has {0} characters at most.", LONGEST);
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return tr("A name has one line.");
    }
    return others.stream().anyMatch(field::equalsIgnoreCase)
        ? tr("Another one has that name. Choose another.")
        : "";
  }
}
