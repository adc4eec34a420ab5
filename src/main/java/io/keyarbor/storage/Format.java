package io.keyarbor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A format of the file: how it is made, and what the engine's own catalogue then says, word for
 * word. Nothing else in a catalogue is ever run.
 *
 * @param number from 1
 * @param create statements that make the tables
 * @param catalogue what the engine keeps of them
 * @param upgrade statements that make this format out of the one before
 */
record Format(int number, List<String> create, List<String> catalogue, List<String> upgrade) {
  /** The first. */
  static Format one() {
    return new Format(1, read("format-1.sql"), read("format-1.catalogue"), List.of());
  }

  private static List<String> read(String resource) {
    try (InputStream in = Format.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n")).map(String::strip).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
