package io.keyarbor.transfer.sweep;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be changed in one file, to be shown to a person before it is done. Holds no secret.
 *
 * @param file the real one, no link
 * @param kind what reads it: programs by {@code keyarbor run}, or a tool
 * @param changes what becomes what, in the file's order; empty if nothing can be replaced
 * @param left secrets that stay in the file, and why
 * @param hint how to use the file afterwards
 * @param seen SHA-256 of the file as it was planned for, in hexadecimal digits
 */
public record Replacement(
    Path file,
    Source.Kind kind,
    List<Change> changes,
    List<String> left,
    String hint,
    String seen) {
  /** Copies the lists. */
  public Replacement {
    changes = List.copyOf(changes);
    left = List.copyOf(left);
  }

  /**
   * One value.
   *
   * @param start of it in the file, in bytes
   * @param end after its last byte
   * @param line from 1
   * @param name of the variable or the field
   * @param reference what is put there
   */
  public record Change(int start, int end, int line, String name, String reference) {}
}
