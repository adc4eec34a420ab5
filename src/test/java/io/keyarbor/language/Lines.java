package io.keyarbor.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A table's file: one line for each text, so that tables of two branches can be merged. */
final class Lines {
  private static final Path FOLDER = Path.of("src/main/resources/io/keyarbor/language");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Path file;
  private final Map<String, String> table = new TreeMap<>();
  private final List<String> twice = new ArrayList<>();

  /** Reads the file of that name. */
  Lines(String name) throws IOException {
    file = FOLDER.resolve(name);
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("\"") && !line.startsWith("\"\"")) {
        // A line is an object without its braces.
        new JsonMapper()
            .readTree("{" + line.strip().replaceAll(",$", "") + "}")
            .forEachEntry((english, other) -> {
              if (table.putIfAbsent(english, other.asString()) != null) {
                twice.add(english);
              }
            });
      }
    }
  }

  /** From English to the other language. */
  Map<String, String> table() {
    return table;
  }

  /** Texts that have more than one line. */
  List<String> twice() {
    return twice;
  }

  /** Writes the file anew: sorted, each text once, and only those in {@code used}. */
  void fix(Set<String> used) throws IOException {
    JsonMapper json = new JsonMapper();
    StringBuilder text = new StringBuilder("{\n");
    table.forEach((english, other) -> {
      if (used.contains(english)) {
        text.append(json.writeValueAsString(english))
            .append(": ")
            .append(json.writeValueAsString(other))
            .append(",\n");
      }
    });
    Files.writeString(file, text.append("\"\": \"\"\n}\n"));
  }

  /** Lines whose two sides do not have the same places for values, spaces around or end. */
  List<String> disagreeing() {
    return table.entrySet().stream()
        .filter(line -> !agree(line.getKey(), line.getValue()))
        .map(line -> line.getKey() + " = " + line.getValue())
        .toList();
  }

  private static boolean agree(String english, String other) {
    boolean sameEdges = english.equals(english.strip()) == other.equals(other.strip());
    return sameEdges && places(english).equals(places(other)) && end(english).equals(end(other));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** The sign a text ends with, or nothing if that is a letter or a value. */
  private static String end(String text) {
    String last = text.isBlank() ? "" : text.strip().substring(text.strip().length() - 1);
    return ".…:?!".contains(last) ? last : "";
  }
}
