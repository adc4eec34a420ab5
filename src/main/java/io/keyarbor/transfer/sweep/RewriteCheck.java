package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.detect.Ascii;
import io.keyarbor.transfer.sweep.Replacement.Change;
import io.keyarbor.vault.environment.EnvText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads a file as it would be with references, and makes sure that nothing but the replaced values
 * is another than before: in case a secret also stood where it is no value.
 */
final class RewriteCheck {
  private RewriteCheck() {}

  /** The bytes with references in the place of values, for the caller to wipe. */
  static byte[] replaced(byte[] bytes, List<Change> changes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    for (Change change : changes) {
      out.write(bytes, at, change.start() - at);
      out.writeBytes(change.reference().getBytes(StandardCharsets.US_ASCII));
      at = change.end();
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  static boolean isClean(String format, Path file, byte[] bytes, List<Change> changes) {
    for (int i = 1; i < changes.size(); i++) {
      if (changes.get(i).start() < changes.get(i - 1).end()) {
        return false;
      }
    }
    byte[] fresh = replaced(bytes, changes);
    try {
      return format.equals("env")
          ? sameVariables(bytes, fresh, changes)
          : isWhole(bytes, changes) || sameTree(format, file, bytes, fresh, changes);
    } catch (TransferException e) {
      return false;
    } finally {
      Arrays.fill(fresh, (byte) 0);
    }
  }

  /** Whether the file is the secret, and nothing else is in it. */
  private static boolean isWhole(byte[] bytes, List<Change> changes) {
    return changes.size() == 1
        && isBlank(bytes, 0, changes.getFirst().start())
        && isBlank(bytes, changes.getFirst().end(), bytes.length);
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    return new Ascii(bytes, from, to).chars().allMatch(Character::isWhitespace);
  }

  private static boolean sameVariables(byte[] bytes, byte[] fresh, List<Change> changes) {
    try (EnvText before = EnvText.dotenv(bytes);
        EnvText after = EnvText.dotenv(fresh)) {
      if (before.assignments().size() != after.assignments().size()
          || before.faults().size() != after.faults().size()) {
        return false;
      }
      for (int i = 0; i < before.assignments().size(); i++) {
        EnvText.Assignment was = before.assignments().get(i);
        EnvText.Assignment is = after.assignments().get(i);
        String expected =
            changes.stream()
                .filter(c -> c.start() == was.start())
                .map(Change::reference)
                .findFirst()
                .orElse("");
        boolean right =
            expected.isEmpty()
                ? is.value().sameAs(was.value())
                : is.value()
                    .use(v -> Arrays.equals(v, expected.getBytes(StandardCharsets.US_ASCII)));
        if (!was.name().equals(is.name()) || !right) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean sameTree(
      String format, Path file, byte[] bytes, byte[] fresh, List<Change> changes)
      throws TransferException {
    ConfigTree trees = new ConfigTree();
    JsonNode before = trees.read(format, file, bytes, new ArrayList<>());
    JsonNode after = trees.read(format, file, fresh, new ArrayList<>());
    List<String> references = changes.stream().map(Change::reference).toList();
    return sameTree(before, after, references);
  }

  private static boolean sameTree(JsonNode before, JsonNode after, List<String> references) {
    if (before.isContainer() != after.isContainer() || before.size() != after.size()) {
      return false;
    }
    if (!before.isContainer()) {
      return before.equals(after)
          || references.contains(after.asString(""))
          || (before.isString() && holdsReference(after.asString(""), references));
    }
    if (before.isArray()) {
      for (int i = 0; i < before.size(); i++) {
        if (!sameTree(before.get(i), after.get(i), references)) {
          return false;
        }
      }
      return true;
    }
    for (Map.Entry<String, JsonNode> child : before.properties()) {
      if (!after.has(child.getKey())
          || !sameTree(child.getValue(), after.get(child.getKey()), references)) {
        return false;
      }
    }
    return true;
  }

  /** A secret may be a part of a value, as in a connection URL. */
  private static boolean holdsReference(String value, List<String> references) {
    return references.stream().anyMatch(value::contains);
  }
}
