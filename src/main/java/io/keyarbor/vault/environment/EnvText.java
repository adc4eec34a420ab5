package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text that sets variables. There is this one reader, so that a {@code .env} file means the same
 * whether it is run with, imported, swept or rewritten with references. Owns the values.
 *
 * <p>The grammar of a {@code .env} file, which is UTF-8 with or without a byte order mark:
 *
 * <ul>
 *   <li>A line sets a variable, {@code NAME=value} or {@code NAME: value}, with {@code export}
 *       before it or not, or it is empty, or a comment that starts with {@code #}. Space, tabs and
 *       carriage returns around each part mean nothing.
 *   <li>A name has letters, digits, and {@code _ . -}; it starts with a letter or {@code _}.
 *   <li>Between single quotes, and between backticks, each character is itself. Between double
 *       quotes {@code \n \r \t \" \\ \$} and a backtick after a backslash are escapes; any other
 *       backslash is itself. Quoted values may go over several lines. Behind the closing quote
 *       there is nothing but a comment.
 *   <li>A bare value ends with the line, or before space and {@code #}. It has no escapes.
 *   <li>Variables within values, {@code $NAME}, are not replaced.
 *   <li>Of several values for one name the last counts; that is the caller's to see to.
 * </ul>
 *
 * <p>It goes on behind what it does not understand, and tells of it: the caller decides whether
 * that is a reason to refuse the file.
 */
public final class EnvText implements AutoCloseable {
  /** Variables and faults together: far more than a person's file has. */
  public static final int MOST = 10_000;

  private static final int LONGEST_NAME = 256;

  private final byte[] bytes;
  private final boolean shell;
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int at;
  private int line = 1;

  /**
   * One variable that is set.
   *
   * @param line where it begins, from 1
   * @param start of the value with its quotes, in bytes
   * @param end after it
   * @param value without quotes and escapes; may be empty
   * @param literal whether all programs take the value as it stands; no if some would put another
   *     variable or a command's output in
   */
  public record Assignment(
      int line, String name, int start, int end, Secret value, boolean literal) {}

  /**
   * What is not understood.
   *
   * @param line where, from 1
   * @param why a sentence that quotes nothing of the text
   */
  public record Fault(int line, String why) {}

  private EnvText(byte[] bytes, boolean shell) {
    this.bytes = bytes;
    this.shell = shell;
  }

  /** Of a {@code .env} file; {@code bytes} stay the caller's. */
  public static EnvText dotenv(byte[] bytes) {
    return new EnvText(bytes, false).read();
  }

  /**
   * Of a file that bash, zsh or fish reads when it starts: a look at the lines that set a variable,
   * not a reader of those languages. What it does not understand is no fault.
   *
   * @param bytes stay the caller's
   */
  public static EnvText shell(byte[] bytes) {
    return new EnvText(bytes, true).read();
  }

  /** In the order of the text. */
  public List<Assignment> assignments() {
    return Collections.unmodifiableList(assignments);
  }

  /** In the order of the text. */
  public List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** Values that do not count, since a later line sets the same name; a secret may be in them. */
  public List<Fault> overridden() {
    Map<String, Integer> last = new HashMap<>();
    assignments.forEach(a -> last.put(a.name(), a.line()));
    return assignments.stream()
        .filter(a -> last.get(a.name()) != a.line())
        .map(a ->
            new Fault(
                a.line(),
                "Line " + last.get(a.name()) + " sets “" + a.name() + "” again; it counts."))
        .toList();
  }

  private EnvText read() {
    try {
      at = startsWithMark() ? 3 : 0;
      while (at < bytes.length && assignments.size() + faults.size() < MOST) {
        statement();
        skipLine();
      }
      if (at < bytes.length) {
        fault(line, "There are too many lines. From here on the file was not read.");
      }
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void statement() {
    skipBlanks();
    if (peek() == '\n' || peek() == '#') {
      return;
    }
    int number = line;
    String name = shell ? shellName() : dotenvName();
    if (name.isEmpty()) {
      fault(number, "Expected NAME=value; a name has letters, digits and _.");
      return;
    }
    EnvValue value = new EnvValue(bytes, at, shell);
    if (!value.isClosed()) {
      fault(number, "A quote is opened and never closed.");
      return;
    }
    for (; at < value.end(); at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    if (!endsHere()) {
      String begins = line == number ? "" : " of the value that begins in line " + number;
      fault(line, "There is something after the closing quote" + begins + ".");
      return;
    }
    assignments.add(
        new Assignment(
            number, name, value.start(), value.end(), value.secret(), value.isLiteral()));
  }

  /** Whether nothing more belongs to the value. */
  private boolean endsHere() {
    if (shell) {
      return peek() == '\n' || peek() == ';' || isBlank(peek());
    }
    skipBlanks();
    return peek() == '\n' || peek() == '#';
  }

  /** The name up to the value; empty if the line sets none. */
  private String dotenvName() {
    passesWord("export");
    int start = at;
    int end = nameEnd();
    skipBlanks();
    boolean colon = peek() == ':' && at + 1 < bytes.length && isBlank(bytes[at + 1]);
    if (peek() != '=' && !colon) {
      return "";
    }
    at++;
    skipBlanks();
    return name(start, end);
  }

  /** As {@code [export] NAME=value} or fish's {@code set -gx NAME value}. */
  private String shellName() {
    boolean fish = passesWord("set");
    if (!fish) {
      passesWord("export");
    }
    while (fish && peek() == '-') {
      while (peek() != '\n' && !isBlank(peek())) {
        at++;
      }
      skipBlanks();
    }
    int start = at;
    int end = nameEnd();
    if (fish ? !isBlank(peek()) : peek() != '=') {
      return "";
    }
    at++;
    if (fish) {
      skipBlanks();
    }
    return name(start, end);
  }

  private int nameEnd() {
    boolean digit = peek() >= '0' && peek() <= '9';
    while (!digit && (EnvValue.isWord(peek()) || peek() == '.' || peek() == '-')) {
      at++;
    }
    return at;
  }

  /** What is longer is no name, and may be a secret. */
  private String name(int start, int end) {
    boolean fits = end - start <= LONGEST_NAME && end > start && EnvValue.isWord(bytes[start]);
    return fits ? new String(bytes, start, end - start, StandardCharsets.US_ASCII) : "";
  }

  /** Goes behind a word, and the space after it, if it stands here. */
  private boolean passesWord(String word) {
    byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
    int end = at + wanted.length;
    for (int i = 0; i < wanted.length; i++) {
      if (end >= bytes.length || bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    if (!isBlank(bytes[end])) {
      return false;
    }
    at = end;
    skipBlanks();
    return true;
  }

  private boolean startsWithMark() {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private void fault(int number, String why) {
    if (!shell) {
      faults.add(new Fault(number, why));
    }
  }

  private void skipBlanks() {
    while (isBlank(peek())) {
      at++;
    }
  }

  private void skipLine() {
    while (peek() != '\n') {
      at++;
    }
    at++;
    line++;
  }

  /** The byte at the present place; behind the last there is the end of a line. */
  private int peek() {
    return at < bytes.length ? bytes[at] : '\n';
  }

  static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  /** Wipes the values. */
  @Override
  public void close() {
    assignments.forEach(a -> a.value().close());
  }
}
