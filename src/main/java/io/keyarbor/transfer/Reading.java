package io.keyarbor.transfer;

import java.util.List;

/**
 * What a file held.
 *
 * @param drafts what can be taken, in the file's order; owned by this object
 * @param skipped what cannot
 */
public record Reading(List<Draft> drafts, List<Skipped> skipped) implements AutoCloseable {
  /** Copies the lists. */
  public Reading {
    drafts = List.copyOf(drafts);
    skipped = List.copyOf(skipped);
  }

  /**
   * A part of a file that is not taken.
   *
   * @param origin where it lies, as in {@link Draft#origin}
   * @param why a sentence for a person; holds no secret
   */
  public record Skipped(String origin, String why) {}

  /** Wipes the drafts. */
  @Override
  public void close() {
    drafts.forEach(Draft::close);
  }
}
