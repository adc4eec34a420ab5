package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.Reading;
import java.nio.file.Path;
import java.util.List;

/**
 * What a sweep found.
 *
 * @param finds by place; their drafts are owned by this object
 * @param skipped what could not be read or is not taken, and why
 * @param advice what a person should mend besides
 */
public record Findings(List<Find> finds, List<Reading.Skipped> skipped, List<Advice> advice)
    implements AutoCloseable {
  /** Copies the lists; what is told twice is kept once. */
  public Findings {
    finds = List.copyOf(finds);
    skipped = skipped.stream().distinct().toList();
    advice = List.copyOf(advice);
  }

  /** What to do about a file, as a sentence or two. */
  public record Advice(Path file, String text) {}

  /** The new finds as a reading, to be planned as an import. It stays owned by this object. */
  public Reading newOnes() {
    return new Reading(
        finds.stream().filter(f -> f.state() == Find.State.NEW).map(Find::draft).toList(), skipped);
  }

  /** Wipes the drafts. */
  @Override
  public void close() {
    finds.forEach(f -> f.draft().close());
  }
}
