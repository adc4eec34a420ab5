package io.keyarbor.template;

import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import java.util.Map;
import java.util.regex.Pattern;

/** The line under a credential's name, made of plain fields only. */
public final class Summary {
  private static final Pattern ENDS = Pattern.compile("^[\\s·,/@-]+|[\\s·,/@-]+$");

  private Summary() {}

  /**
   * Fills the template's summary with plain values. A field without a value leaves nothing behind,
   * and what would then separate it from the rest is dropped at both ends.
   */
  public static String of(ServiceTemplate template, Map<String, String> plain) {
    return fill(template.summary(), plain);
  }

  /** Fills {@code text}, in which only the filter {@code host} has an effect. */
  static String fill(String text, Map<String, String> plain) {
    StringBuilder line = new StringBuilder();
    for (Segment segment : TextTemplate.parse(text)) {
      line.append(
          switch (segment) {
            case Segment.Literal(String literal) -> literal;
            case Segment.Placeholder placeholder -> value(placeholder, plain);
          });
    }
    return ENDS.matcher(line).replaceAll("");
  }

  private static String value(Segment.Placeholder placeholder, Map<String, String> plain) {
    String value = plain.getOrDefault(placeholder.name(), "");
    return placeholder.filters().stream().map(Filter::name).anyMatch("host"::equals)
        ? Address.host(value)
        : value;
  }
}
