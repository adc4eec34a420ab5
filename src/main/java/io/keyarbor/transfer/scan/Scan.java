package io.keyarbor.transfer.scan;

import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.git.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for secrets that are written into files: as they are, as they ever were in a git
 * repository, or as they are about to be committed. Changes nothing and contacts nobody. Safe for
 * any thread.
 */
public final class Scan {
  private final Detector detector;

  /** Knows the keys of the services of {@code catalogue}. */
  public Scan(Catalogue catalogue) {
    detector = new Detector(catalogue);
  }

  /**
   * Files as they are.
   *
   * @param ignoredToo also those that git ignores
   * @return for the caller to close
   * @throws InterruptedException if the thread is interrupted
   */
  public Report files(List<Path> places, boolean ignoredToo)
      throws InterruptedException, IOException {
    List<Skipped> skipped = new ArrayList<>();
    List<WorkTree.Entry> entries = new ArrayList<>();
    for (Path place : places) {
      entries.addAll(WorkTree.below(place.toAbsolutePath().normalize(), ignoredToo, skipped));
    }
    try (Workers workers = new Workers(detector)) {
      for (WorkTree.Entry entry : entries) {
        workers.scan(entry.name(), () -> WorkTree.read(entry.file()));
      }
      return workers.report(skipped);
    }
  }

  /**
   * All that was ever committed on a branch or tag of the repository that {@code place} lies in. A
   * secret that is in several states of a file is told once, with the commit that brought it in.
   *
   * @throws TransferException if it is no repository
   */
  public Report history(Path place) throws InterruptedException, IOException, TransferException {
    return new History(repository(place), detector).scan();
  }

  /** What is staged to be committed: lines that are added, no others. */
  public Report staged(Path place) throws InterruptedException, IOException, TransferException {
    return new Staged(repository(place), detector).scan();
  }

  private static Git repository(Path place) throws TransferException {
    return Git.at(place)
        .orElseThrow(() ->
            new TransferException(place + " is in no git repository, or git is not installed."));
  }
}
