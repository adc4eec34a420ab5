package io.keyarbor.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with placeholders, as templates write it: {@code https://{host}/api?u={user|url}}.
 *
 * <p>A placeholder is {@code {name}}, {@code {name?}} if its value may be empty, and may have
 * filters with an argument each: {@code {host|origin:8006}}. A brace opens a placeholder only
 * before a letter or an underscore, so that JSON bodies can be written as they are; two opening
 * braces are one plain brace.
 */
public final class TextTemplate {
  private final String source;
  private int at;

  private TextTemplate(String source) {
    this.source = source;
  }

  /** A piece of the text. */
  public sealed interface Segment {
    /** Text that stands for itself; never empty. */
    record Literal(String text) implements Segment {}

    /**
     * A place for a value.
     *
     * @param name of a field or of an earlier step's capture
     * @param optional whether the value may be empty
     * @param filters applied in order
     */
    record Placeholder(String name, boolean optional, List<Filter> filters) implements Segment {}
  }

  /**
   * A change made to a value, e.g. {@code url}.
   *
   * @param argument what follows the colon, empty if none
   */
  public record Filter(String name, String argument) {}

  /**
   * Takes the text apart, in time linear to its length.
   *
   * @throws IllegalArgumentException if a placeholder is not well-formed; the message says where
   *     and what was expected
   */
  public static List<Segment> parse(String text) {
    return new TextTemplate(text).segments();
  }

  /**
   * The names of all placeholders in {@code text}, in order.
   *
   * @throws IllegalArgumentException as {@link #parse} does
   */
  public static List<String> names(String text) {
    return parse(text).stream()
        .filter(Segment.Placeholder.class::isInstance)
        .map(s -> ((Segment.Placeholder) s).name())
        .toList();
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '{' && isNameStart(peek(1))) {
        addLiteral(segments, literal);
        at++;
        segments.add(placeholder());
      } else {
        at += c == '{' && peek(1) == '{' ? 2 : 1;
        literal.append(c);
      }
    }
    addLiteral(segments, literal);
    return List.copyOf(segments);
  }

  private static void addLiteral(List<Segment> segments, StringBuilder literal) {
    if (!literal.isEmpty()) {
      segments.add(new Segment.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private Segment.Placeholder placeholder() {
    String name = name("a name");
    boolean optional = accept('?');
    List<Filter> filters = new ArrayList<>();
    while (accept('|')) {
      String filter = name("the name of a filter");
      filters.add(new Filter(filter, accept(':') ? argument() : ""));
    }
    if (!accept('}')) {
      throw fault("'?', '|' or '}'");
    }
    return new Segment.Placeholder(name, optional, List.copyOf(filters));
  }

  private String name(String expected) {
    int start = at;
    while (isNamePart(peek(0))) {
      at++;
    }
    if (start == at || !isNameStart(source.charAt(start))) {
      throw fault(expected);
    }
    return source.substring(start, at);
  }

  private String argument() {
    int start = at;
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != '}') {
      at++;
    }
    return source.substring(start, at);
  }

  private boolean accept(char wanted) {
    boolean found = peek(0) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  /** The character that many places on, or NUL at the end. */
  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-';
  }

  private IllegalArgumentException fault(String expected) {
    String found = at < source.length() ? "'" + source.charAt(at) + "'" : "the end of the text";
    return new IllegalArgumentException(
        "found " + found + " at character " + (at + 1) + ", expected " + expected);
  }
}
