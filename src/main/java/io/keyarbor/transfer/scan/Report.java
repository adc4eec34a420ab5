package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.Reading.Skipped;
import java.util.List;

/**
 * What a scan found.
 *
 * @param hits by path and line, owned by this object
 * @param skipped what was not looked at, and why
 * @param files how many were read
 * @param bytes how many that were
 */
public record Report(List<Hit> hits, List<Skipped> skipped, long files, long bytes)
    implements AutoCloseable {
  /** Copies the lists. */
  public Report {
    hits = List.copyOf(hits);
    skipped = List.copyOf(skipped);
  }

  @Override
  public void close() {
    hits.forEach(Hit::close);
  }
}
