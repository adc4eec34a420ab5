package io.keyarbor.transfer.scan;

import io.keyarbor.crypto.Fingerprints;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.git.Git;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All states of all files that a repository's branches and tags reach, each scanned once. */
final class History {
  private static final int MOST_BLOBS = 2_000_000;

  /** To look up the commit of a blob takes git a walk through the history. */
  private static final int MOST_LOOKUPS = 200;

  private final Git git;
  private final Detector detector;
  private final List<Skipped> skipped = new ArrayList<>();

  History(Git git, Detector detector) {
    this.git = git;
    this.detector = detector;
  }

  Report scan() throws IOException, InterruptedException {
    Map<String, String> paths = blobs();
    // While it is scanned, the place of a hit is its blob; a blob has one path, a path many blobs.
    try (Workers workers = new Workers(detector);
        Git.Running batch = git.start("cat-file", "--batch")) {
      Thread feeder = Thread.startVirtualThread(() -> feed(batch, paths));
      for (Map.Entry<String, String> blob : paths.entrySet()) {
        byte[] content = next(batch.out());
        // The path's ending tells a file of settings.
        workers.scan(blob.getKey() + "/" + blob.getValue(), () -> content);
      }
      feeder.join();
      Report report = workers.report(skipped);
      try {
        return placed(report);
      } catch (IOException | RuntimeException e) {
        report.close();
        throw e;
      }
    }
  }

  private Map<String, String> blobs() throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    try (Git.Running list =
        git.start(
            "rev-list",
            "--all",
            "--objects",
            "--filter=object:type=blob",
            "--filter=blob:limit=" + WorkTree.LARGEST)) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(list.out(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (space > 0 && paths.size() < MOST_BLOBS) {
          paths.put(line.substring(0, space), line.substring(space + 1));
        }
      }
      if (list.end() != 0) {
        throw new IOException("git could not list the history of " + git.folder());
      }
    }
    if (paths.size() == MOST_BLOBS) {
      skipped.add(
          new Skipped(git.folder().toString(), "The history is too long; its end was left out."));
    }
    return paths;
  }

  private static void feed(Git.Running batch, Map<String, String> paths) {
    try (OutputStream in = batch.in()) {
      for (String blob : paths.keySet()) {
        in.write((blob + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // Git ended; its reader notices.
    }
  }

  /** The next object of {@code cat-file --batch}: a line with its kind and size, then its bytes. */
  private static byte[] next(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || head.length() > 200) {
        throw new IOException("git ended before all was read");
      }
      head.append((char) b);
    }
    String[] words = head.toString().split(" ", -1);
    if (words.length != 3) {
      return new byte[0];
    }
    int size = Integer.parseInt(words[2]);
    byte[] content = in.readNBytes(size);
    if (content.length < size || in.read() != '\n') {
      throw new IOException("git ended before all was read");
    }
    return words[1].equals("blob") ? content : new byte[0];
  }

  /** Each secret of a path once, with the commit that brought its oldest state. */
  private Report placed(Report report) throws IOException {
    Map<ByteBuffer, List<Hit>> same = new LinkedHashMap<>();
    try (Fingerprints fingerprints = new Fingerprints()) {
      for (Hit hit : report.hits()) {
        String path = hit.path().substring(hit.path().indexOf('/') + 1);
        byte[] key = (hit.rule() + path + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer place =
            hit.secret()
                .use(secret -> {
                  byte[] both =
                      ByteBuffer.allocate(key.length + secret.length).put(key).put(secret).array();
                  ByteBuffer print = fingerprints.of(both);
                  Arrays.fill(both, (byte) 0);
                  return print;
                });
        same.computeIfAbsent(place, p -> new ArrayList<>()).add(hit);
      }
    }
    Map<String, String> commits = new HashMap<>();
    List<Hit> placed = new ArrayList<>();
    for (List<Hit> states : same.values()) {
      placed.add(oldest(states, commits));
    }
    return new Report(placed, report.skipped(), report.files(), report.bytes());
  }

  private Hit oldest(List<Hit> states, Map<String, String> commits) {
    Hit oldest = states.getFirst();
    String commit = "";
    long when = Long.MAX_VALUE;
    for (Hit state : states) {
      String blob = state.path().substring(0, state.path().indexOf('/'));
      if (commits.size() < MOST_LOOKUPS) {
        commits.computeIfAbsent(blob, this::commit);
      }
      String[] found = commits.getOrDefault(blob, "").split(" ", -1);
      if (found.length == 2 && Long.parseLong(found[0]) < when) {
        when = Long.parseLong(found[0]);
        commit = found[1];
        oldest = state;
      }
    }
    Hit kept = oldest;
    states.stream().filter(s -> !s.equals(kept)).forEach(Hit::close);
    return kept.at(kept.path().substring(kept.path().indexOf('/') + 1), commit);
  }

  /** Time and name of the first commit that has a blob. */
  private String commit(String blob) {
    String all =
        git.line("log", "--all", "--format=%ct %H", "--find-object=" + blob, "--no-renames")
            .orElse("");
    return all.lines().min(Comparator.comparingLong(History::time)).orElse("");
  }

  private static long time(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }
}
