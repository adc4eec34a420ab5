package io.keyarbor.probe.text;

/** Parameters in a header's value, e.g. of a challenge (RFC 9110, section 11.2). */
final class HeaderParameters {
  private final String text;
  private int at;

  private HeaderParameters(String text) {
    this.text = text;
  }

  /** The first parameter of that name, without its quotes; empty if there is none. */
  static String get(String text, String name) {
    return new HeaderParameters(text).find(name);
  }

  private String find(String wanted) {
    while (at < text.length()) {
      String word = word();
      if (!word.isEmpty() && peek() == '=') {
        at++;
        String value = peek() == '"' ? quoted() : word();
        if (word.equalsIgnoreCase(wanted)) {
          return value;
        }
      } else if (peek() == '"') {
        quoted();
      } else if (word.isEmpty()) {
        at++;
      }
    }
    return "";
  }

  private String word() {
    int start = at;
    while (at < text.length() && " \t,;=\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
