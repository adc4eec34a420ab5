package io.keyarbor.transfer.csv;

import io.keyarbor.crypto.Secret;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of RFC 4180, taken apart in place: a cell is a range of the text, which closing wipes.
 * The delimiter is the one of comma, semicolon and tab that the first line has most of.
 */
final class Table implements AutoCloseable {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int MOST_COLUMNS = 1_000;

  private final char[] text;
  private final char delimiter;
  private int at;
  private int line = 1;

  /** A cell: a range of the table's text without its quotes. */
  record Cell(CharBuffer range) {
    boolean isEmpty() {
      return range.isEmpty();
    }

    boolean isBlank() {
      return range.chars().allMatch(Character::isWhitespace);
    }

    /** Its text, which is no secret. */
    String text() {
      return range.toString();
    }

    /** A copy for the caller to close. */
    Secret secret() {
      char[] copy = new char[range.length()];
      range.duplicate().get(copy);
      return Secret.takeUtf8(copy);
    }

    /** Says nothing about the content. */
    @Override
    public String toString() {
      return "Cell";
    }
  }

  /**
   * A row.
   *
   * @param line in which it starts, from 1
   * @param fault what is wrong with it; empty if nothing is
   */
  record Row(int line, List<Cell> cells, String fault) {
    /** The cell of a column; an empty one where the row is short. */
    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : new Cell(CharBuffer.allocate(0));
    }

    boolean isBlank() {
      return cells.stream().allMatch(Cell::isBlank);
    }
  }

  /** Takes over {@code text}. */
  Table(char[] text) {
    this.text = text;
    this.delimiter = delimiter(text);
  }

  private static char delimiter(char[] text) {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    for (int i = 0; i < text.length && (quoted || text[i] != '\n'); i++) {
      quoted ^= text[i] == '"';
      for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
        counts[d] += text[i] == DELIMITERS[d] ? 1 : 0;
      }
    }
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  boolean hasNext() {
    return at < text.length;
  }

  /**
   * The next row. A quote that never ends costs the line it is in, not all that follow. Text behind
   * a closing quote belongs to the cell, as programs that write so mean it.
   */
  Row next() {
    int startLine = line;
    List<Cell> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      boolean quoted = at < text.length && text[at] == '"';
      int end = quoted ? closingQuote(at + 1) : at;
      if (quoted && end < 0) {
        return broken(startLine, "A quote in this line is never closed.");
      }
      cells.add(quoted ? unquoted(end) : bare());
      more = at < text.length && text[at] == delimiter;
      at += more ? 1 : 0;
      if (cells.size() > MOST_COLUMNS) {
        return broken(startLine, "The row has more than " + MOST_COLUMNS + " columns.");
      }
    }
    endLine();
    return new Row(startLine, cells, "");
  }

  private Row broken(int startLine, String why) {
    while (at < text.length && text[at] != '\n' && text[at] != '\r') {
      at++;
    }
    endLine();
    return new Row(startLine, List.of(), why);
  }

  private int closingQuote(int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '"') {
        if (i + 1 >= text.length || text[i + 1] != '"') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /**
   * Moves the text together where two quotes stand for one; what lies between is read once only.
   */
  private Cell unquoted(int closing) {
    int from = at + 1;
    int to = from;
    for (int i = from; i < closing; i++) {
      line += text[i] == '\n' ? 1 : 0;
      text[to++] = text[i];
      i += text[i] == '"' ? 1 : 0;
    }
    at = closing + 1;
    while (at < text.length && !isEnd(text[at])) {
      text[to++] = text[at++];
    }
    return new Cell(CharBuffer.wrap(text, from, to - from));
  }

  private Cell bare() {
    int from = at;
    while (at < text.length && !isEnd(text[at])) {
      at++;
    }
    return new Cell(CharBuffer.wrap(text, from, at - from));
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  private void endLine() {
    boolean carriage = at < text.length && text[at] == '\r';
    at += carriage ? 1 : 0;
    at += at < text.length && text[at] == '\n' ? 1 : 0;
    line++;
  }

  @Override
  public void close() {
    Arrays.fill(text, '\0');
  }
}
