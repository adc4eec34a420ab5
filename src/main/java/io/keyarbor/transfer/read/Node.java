package io.keyarbor.transfer.read;

import io.keyarbor.crypto.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON or YAML document. Texts are characters that closing wipes; only what is asked
 * for as {@link #text} becomes a {@code String}. What is absent reads as an empty value.
 */
public final class Node implements AutoCloseable {
  private static final Node ABSENT = new Node(null, Map.of(), List.of(), false);

  private final char[] chars;
  private final Map<String, Node> entries;
  private final List<Node> items;
  private final boolean isList;
  private final FreeNames names = new FreeNames();

  private Node(char[] chars, Map<String, Node> entries, List<Node> items, boolean isList) {
    this.chars = chars;
    this.entries = entries;
    this.items = items;
    this.isList = isList;
  }

  static Node scalar(char[] chars) {
    return new Node(chars, Map.of(), List.of(), false);
  }

  static Node absent() {
    return ABSENT;
  }

  static Node object() {
    return new Node(null, new LinkedHashMap<>(), List.of(), false);
  }

  static Node list() {
    return new Node(null, Map.of(), new ArrayList<>(), true);
  }

  /** Keeps both where a name comes twice: the second gets a number. */
  void put(String name, Node value) {
    entries.put(names.of(name, entries::containsKey), value);
  }

  void add(Node value) {
    items.add(value);
  }

  /** The value of that name. */
  public Node at(String name) {
    return entries.getOrDefault(name, ABSENT);
  }

  /** The values of an object by name, in the order of the file. */
  public Map<String, Node> entries() {
    return entries;
  }

  /** The elements of a list. */
  public List<Node> items() {
    return items;
  }

  /** Whether it is a text, a number or a truth value. */
  public boolean isScalar() {
    return chars != null;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return isList;
  }

  /** Whether it is missing, null, or an empty text, object or list. */
  public boolean isEmpty() {
    return (chars == null || chars.length == 0) && entries.isEmpty() && items.isEmpty();
  }

  /** This scalar, which is no secret; empty if it is none. */
  public String text() {
    return chars == null ? "" : new String(chars);
  }

  /** Whether this scalar is that text. */
  public boolean is(String text) {
    return text().equals(text);
  }

  /** A copy of this scalar for the caller to close; none if it is empty or no scalar. */
  public Optional<Secret> secret() {
    return isEmpty() || chars == null
        ? Optional.empty()
        : Optional.of(Secret.takeUtf8(chars.clone()));
  }

  /** This scalar as a whole number; {@code otherwise} if it is none. */
  public int number(int otherwise) {
    try {
      return chars == null || chars.length > 11 ? otherwise : Integer.parseInt(text());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Wipes all texts in it. */
  @Override
  public void close() {
    if (chars != null) {
      Arrays.fill(chars, '\0');
    }
    entries.values().forEach(Node::close);
    items.forEach(Node::close);
  }

  /** Says nothing about the content. */
  @Override
  public String toString() {
    return "Node";
  }
}
