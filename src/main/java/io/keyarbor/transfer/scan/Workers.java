package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.Reading.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Scans texts on all processors, and holds no more of them in memory than it has threads. */
final class Workers implements AutoCloseable {
  private final Detector detector;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads);
  private final Semaphore room = new Semaphore(2 * threads);
  private final List<Hit> hits = new ArrayList<>();
  private final List<Skipped> failed = new ArrayList<>();
  private long files;
  private long bytes;

  /** Where a text comes from. */
  @FunctionalInterface
  interface Source {
    /** Reads it; it is wiped after the scan. */
    byte[] read() throws IOException;
  }

  Workers(Detector detector) {
    this.detector = detector;
  }

  /** Waits for room, then leaves the rest to a thread. */
  void scan(String path, Source source) throws InterruptedException {
    room.acquire();
    pool.execute(() -> {
      try {
        byte[] text = source.read();
        try {
          List<Hit> found = Detector.isBinary(text) ? List.of() : detector.find(path, text);
          keep(found, text.length);
        } finally {
          Arrays.fill(text, (byte) 0);
        }
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // Whatever it was, a file that was not scanned must not count as clean.
        fail(path);
      } finally {
        room.release();
      }
    });
  }

  private synchronized void keep(List<Hit> found, int length) {
    hits.addAll(found);
    files++;
    bytes += length;
  }

  private synchronized void fail(String path) {
    failed.add(
        new Skipped(path, "It cannot be read or scanned, is no plain file, or is too large."));
  }

  /** All that was found, once all is scanned. */
  Report report(List<Skipped> skipped) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.DAYS)) {
      throw new IllegalStateException("a scan of a day");
    }
    skipped.addAll(failed);
    hits.sort(Comparator.comparing(Hit::path).thenComparing(Hit::line).thenComparing(Hit::column));
    Report report = new Report(hits, skipped, files, bytes);
    hits.clear();
    return report;
  }

  /** Stops, and wipes what was not reported. */
  @Override
  public void close() {
    pool.shutdownNow();
    pool.close();
    hits.forEach(Hit::close);
  }
}
