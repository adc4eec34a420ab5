package io.keyarbor.transfer.sweep;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of sections and {@code name = value} lines, as AWS's tools, MySQL's, PostgreSQL's and
 * Python's write it. A value may be quoted; lines that begin with {@code #} or {@code ;} are
 * comments. What lies before the first section is at the top. A name that comes twice has its last
 * value; indented lines belong to a nested setting and are passed over, as AWS's tools do.
 */
final class IniText {
  private IniText() {}

  static ObjectNode read(byte[] bytes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode section = root;
    boolean nested = false;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      String bare = line.strip().replaceFirst("^\uFEFF", "");
      boolean indented = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      int equals = separator(bare);
      if (bare.isEmpty() || bare.charAt(0) == '#' || bare.charAt(0) == ';') {
        continue;
      }
      if (bare.charAt(0) == '[' && bare.indexOf(']') > 0) {
        section = section(root, bare.substring(1, bare.indexOf(']')).strip());
        nested = false;
      } else if (equals > 0 && !(indented && nested)) {
        String value = bare.substring(equals + 1).strip();
        nested = value.isEmpty();
        section.put(bare.substring(0, equals).strip(), unquoted(value));
      }
    }
    return root;
  }

  private static ObjectNode section(ObjectNode root, String name) {
    return root.get(name) instanceof ObjectNode known ? known : root.putObject(name);
  }

  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : equals;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
