package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.TemplateFault;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong in the text of a template.
 *
 * @param line 1-based; 0 if it belongs to no line
 * @param place what is faulty, as a path of keys; may be empty
 * @param message what was found and what was expected
 * @param fatal whether it keeps the template from being used
 */
record Finding(int line, String place, String message, boolean fatal) {
  /** All of {@code result}, with lines in {@code text}, in the order of lines. */
  static List<Finding> of(TemplateCheck.Result result, String text) {
    List<Finding> found = new ArrayList<>();
    for (TemplateFault fault : result.faults()) {
      found.add(new Finding(fault.line(), place(fault.pointer()), retold(fault.message()), true));
    }
    for (String doubt : result.doubts()) {
      int colon = doubt.indexOf(": ");
      String place = colon > 0 ? doubt.substring(0, colon) : "";
      found.add(
          new Finding(
              line(text, place), place, retold(doubt.substring(colon > 0 ? colon + 2 : 0)), false));
    }
    found.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return found;
  }

  /** What a person reads. */
  String words() {
    String where = line > 0 ? tr("Line {0}", line) : tr("All of it");
    return where + (place.isEmpty() ? "" : " · " + place) + " · " + message;
  }

  /** Of {@code /probe/steps/0/url}, {@code probe › steps › 1 › url}: people count from one. */
  private static String place(String pointer) {
    List<String> keys = new ArrayList<>();
    for (String key : pointer.split("/", -1)) {
      if (!key.isEmpty()) {
        keys.add(
            key.matches("\\d{1,6}")
                ? Integer.toString(Integer.parseInt(key) + 1)
                : key.replace("~1", "/").replace("~0", "~"));
      }
    }
    return String.join(" › ", keys);
  }

  /** The first line that names in quotes what {@code place} ends with; 0 if there is none. */
  private static int line(String text, String place) {
    String name = '"' + place.substring(place.lastIndexOf(' ') + 1) + '"';
    int at = name.length() > 2 ? text.indexOf(name) : -1;
    return at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
