package io.keyarbor.probe.text;

import io.keyarbor.template.FilterKind;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.List;

/** Fills placeholders with values. */
public record Renderer(Values values) {
  /**
   * Fills every placeholder of {@code template}.
   *
   * @throws BadInput if a value is missing or does not fit
   */
  public Rendered render(String template) {
    return render(TextTemplate.parse(template), false);
  }

  /**
   * As {@link #render}; an address that the text starts with loses its last slash where the text
   * goes on with one, since people type both.
   *
   * @throws BadInput as {@link #render} does
   */
  public Rendered renderUrl(String template) {
    List<Segment> segments = TextTemplate.parse(template);
    boolean goesOn =
        segments.size() > 1
            && segments.get(1) instanceof Literal literal
            && literal.text().startsWith("/");
    return render(segments, goesOn);
  }

  private Rendered render(List<Segment> segments, boolean trimFirst) {
    StringBuilder text = new StringBuilder();
    boolean secret = false;
    boolean standIn = false;
    boolean lacksOptional = false;
    for (Segment segment : segments) {
      switch (segment) {
        case Literal literal -> text.append(literal.text());
        case Placeholder placeholder -> {
          Value value = fill(placeholder);
          text.append(trimFirst && text.isEmpty() ? trimmed(value.text()) : value.text());
          secret |= value.secret();
          standIn |= value.standIn();
          lacksOptional |= value.text().isEmpty();
        }
      }
    }
    return new Rendered(text.toString(), secret, standIn, lacksOptional);
  }

  /** First the part that is meant, then what makes it fit its place. */
  private Value fill(Placeholder placeholder) {
    List<Filter> filters = placeholder.filters();
    List<Filter> reading = filters.subList(0, FilterKind.readers(filters));
    Value value = values.part(placeholder.name(), reading);
    if (value.text().isEmpty()) {
      return placeholder.optional() ? Value.NONE : values.missing(placeholder.name(), reading);
    }
    if (value.standIn()) {
      return value;
    }
    String text = value.text();
    for (Filter filter : filters.subList(reading.size(), filters.size())) {
      text = Filters.apply(filter, text);
    }
    return new Value(text, value.secret(), false);
  }

  private static String trimmed(String address) {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(0, end);
  }
}
