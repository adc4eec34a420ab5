package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import java.util.Locale;

/** What a person reads where templates name a category of services. */
public final class CategoryTitle {
  private CategoryTitle() {}

  /** Of {@code ai_services}, {@code AI services}. */
  public static String of(String category) {
    StringBuilder title = new StringBuilder();
    for (String word : category.split("[_\\s-]+", -1)) {
      String shown =
          word.length() <= 2 && !word.equals("of") ? word.toUpperCase(Locale.ROOT) : word;
      title.append(title.isEmpty() ? "" : " ").append(shown);
    }
    if (!title.isEmpty()) {
      title.setCharAt(0, Character.toUpperCase(title.charAt(0)));
    }
    return tr(title.toString());
  }
}
