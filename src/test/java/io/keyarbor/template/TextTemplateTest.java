package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextTemplateTest {
  @Test
  void takesAnAddressApart() {
    assertEquals(
        List.of(
            new Placeholder("host", false, List.of(new Filter("origin", "8006"))),
            new Literal("/api?u="),
            new Placeholder("user", true, List.of(new Filter("url", ""), new Filter("json", "")))),
        TextTemplate.parse("{host|origin:8006}/api?u={user?|url|json}"));
  }

  @Test
  void bracesOfJsonStandForThemselves() {
    assertEquals(
        List.of(
            new Literal("{\"a\":{\"b\":\""),
            new Placeholder("c", false, List.of()),
            new Literal("\"}}")),
        TextTemplate.parse("{\"a\":{\"b\":\"{c}\"}}"));
    assertEquals(List.of(new Literal("{name}")), TextTemplate.parse("{{name}"));
  }

  @Test
  void saysWhereAPlaceholderIsBroken() {
    assertFault("found the end of the text at character 6, expected '?', '|' or '}'", "{name");
    assertFault("found '}' at character 7, expected the name of a filter", "{name|}");
    assertFault("found ' ' at character 6, expected '?', '|' or '}'", "{name }");
  }

  private static void assertFault(String message, String text) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> TextTemplate.parse(text)).getMessage());
  }

  @Property
  void whatIsWrittenIsRead(@ForAll("segments") List<Segment> segments) {
    StringBuilder text = new StringBuilder();
    segments.forEach(s -> text.append(write(s)));
    assertEquals(merged(segments), TextTemplate.parse(text.toString()));
  }

  @Property
  void anyTextIsParsedOrRefusedWithItsPlace(@ForAll String text) {
    try {
      TextTemplate.parse(text);
    } catch (IllegalArgumentException e) {
      assertEquals(0, e.getMessage().indexOf("found "));
    }
  }

  @Provide
  Arbitrary<List<Segment>> segments() {
    Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1);
    Arbitrary<Filter> filters =
        Combinators.combine(names, Arbitraries.strings().numeric()).as(Filter::new);
    Arbitrary<Segment> placeholders =
        Combinators.combine(names, Arbitraries.of(true, false), filters.list().ofMaxSize(3))
            .as(Placeholder::new);
    Arbitrary<Segment> literals =
        Arbitraries.strings().withChars("{}|:?ab \"\\").ofMinLength(1).map(Literal::new);
    return Arbitraries.oneOf(placeholders, literals).list().ofMaxSize(8);
  }

  private static String write(Segment segment) {
    return switch (segment) {
      case Literal(String text) -> text.replace("{", "{{");
      case Placeholder(String name, boolean optional, List<Filter> filters) -> {
        StringBuilder written = new StringBuilder("{" + name + (optional ? "?" : ""));
        filters.forEach(f ->
            written
                .append('|')
                .append(f.name())
                .append(f.argument().isEmpty() ? "" : ":")
                .append(f.argument()));
        yield written.append('}').toString();
      }
    };
  }

  private static List<Segment> merged(List<Segment> segments) {
    List<Segment> merged = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment instanceof Literal(String text)
          && !merged.isEmpty()
          && merged.getLast() instanceof Literal(String before)) {
        merged.set(merged.size() - 1, new Literal(before + text));
      } else {
        merged.add(segment);
      }
    }
    return merged;
  }
}
