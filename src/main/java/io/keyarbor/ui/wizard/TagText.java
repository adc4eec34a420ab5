package io.keyarbor.ui.wizard;

import io.keyarbor.language.NameOrder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tags as a person types them: between commas. */
final class TagText {
  private TagText() {}

  /** Of {@code prod, eu ,, prod}, the tags {@code prod} and {@code eu}. */
  static Set<String> parse(String text) {
    Set<String> tags = new LinkedHashSet<>();
    for (String tag : text.split("[,;\n]", -1)) {
      String plain = tag.strip().replaceFirst("^#", "");
      if (!plain.isEmpty()) {
        tags.add(plain);
      }
    }
    return tags;
  }

  /** The tags in one line, sorted. */
  static String format(Collection<String> tags) {
    return String.join(", ", NameOrder.sorted(tags));
  }
}
