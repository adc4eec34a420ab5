package io.keyarbor.transfer.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file {@code .netrc} as ftp(1) and curl(1) read it: words, on any number of lines. A value may
 * be quoted. A {@code macdef} goes to the next empty line and is passed over. {@code default} is an
 * entry of that name; an entry for a machine that had one before, with another login, gets the
 * login behind its name.
 */
final class NetrcText {
  private final String text;
  private int at;

  private NetrcText(String text) {
    this.text = text;
  }

  static ObjectNode read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("(?m)^[ \\t]*#.*$", "");
    return new NetrcText(text).entries();
  }

  private ObjectNode entries() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    List<ObjectNode> entries = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String word = word(); !word.isEmpty(); word = word()) {
      switch (word) {
        case "machine", "default" -> {
          names.add(word.equals("default") ? word : word());
          entries.add(JsonNodeFactory.instance.objectNode());
        }
        case "login", "password", "account" -> {
          String value = word();
          if (!entries.isEmpty()) {
            entries.getLast().put(word, value);
          }
        }
        case "macdef" -> skipMacro();
        default -> {
          // A word of another program.
        }
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      String login = entries.get(i).path("login").asString("");
      root.set(root.has(names.get(i)) ? names.get(i) + " " + login : names.get(i), entries.get(i));
    }
    return root;
  }

  /** The next word; empty at the end. */
  private String word() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder word = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
      at += escaped ? 1 : 0;
      word.append(text.charAt(at));
    }
    at++;
    return word.toString();
  }

  private void skipMacro() {
    int end = text.indexOf("\n\n", at);
    int other = text.indexOf("\r\n\r\n", at);
    end = end < 0 || (other >= 0 && other < end) ? other : end;
    at = end < 0 ? text.length() : end;
  }
}
