package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.git.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What git's index has that the last commit has not. */
final class Staged {
  private static final int MOST = 100_000;
  private static final Pattern HUNK = Pattern.compile("^@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*");

  private final Git git;
  private final Detector detector;

  Staged(Git git, Detector detector) {
    this.git = git;
    this.detector = detector;
  }

  Report scan() throws IOException, InterruptedException {
    List<Skipped> skipped = new ArrayList<>();
    List<String> names =
        git.names(
            MOST, "diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", "--no-renames");
    try (Workers workers = new Workers(detector)) {
      for (String name : names) {
        workers.scan(name, () -> content(name));
      }
      Report all = workers.report(skipped);
      try {
        List<Hit> added = new ArrayList<>();
        for (Hit hit : all.hits()) {
          if (addedLines(hit.path()).get(hit.line())) {
            added.add(hit);
          }
        }
        all.hits().stream().filter(hit -> !added.contains(hit)).forEach(Hit::close);
        return new Report(added, all.skipped(), all.files(), all.bytes());
      } catch (IOException e) {
        all.close();
        throw e;
      }
    }
  }

  private byte[] content(String name) throws IOException {
    try (Git.Running blob = git.start("cat-file", "blob", ":0:" + name)) {
      byte[] content = blob.out().readNBytes(WorkTree.LARGEST + 1);
      if (content.length > WorkTree.LARGEST || blob.end() != 0) {
        throw new IOException("no blob, or too large");
      }
      return content;
    }
  }

  /** Numbers of the lines that the index adds to a file. */
  private BitSet addedLines(String name) throws IOException {
    BitSet added = new BitSet();
    try (Git.Running diff =
        git.start(
            "diff",
            "--cached",
            "-U0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            // Also of what an attribute calls binary: a key is no less a key there.
            "--text",
            "--no-renames",
            "--",
            ":(literal)" + name)) {
      String text = new String(diff.all(1 << 28), StandardCharsets.ISO_8859_1);
      for (String line : (Iterable<String>) text.lines()::iterator) {
        Matcher hunk = HUNK.matcher(line);
        if (hunk.matches()) {
          int first = Integer.parseInt(hunk.group(1));
          int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
          added.set(first, first + count);
        }
      }
      if (diff.end() != 0) {
        throw new IOException("git diff failed for " + name);
      }
    }
    return added;
  }
}
