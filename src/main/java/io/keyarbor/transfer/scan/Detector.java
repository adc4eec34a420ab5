package io.keyarbor.transfer.scan;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.detect.Ascii;
import io.keyarbor.transfer.detect.KeyPatterns;
import io.keyarbor.transfer.detect.KeyPatterns.Shape;
import io.keyarbor.transfer.scan.Hit.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds secrets in one text, in one pass over it. Immutable, for any thread. */
final class Detector {
  /** A line with this says that what looks secret on it is none. */
  private static final String ALLOWED = "keyarbor:allow";

  /** A generated file could have more; a person is not helped by them. */
  private static final int MOST_HITS = 500;

  private static final String PEM = "-----BEGIN ";

  private final KeyPatterns patterns;

  Detector(Catalogue catalogue) {
    patterns = new KeyPatterns(catalogue);
  }

  /** Whether {@code text} is no text: pictures and programs are left out. */
  static boolean isBinary(byte[] text) {
    for (int i = 0; i < Math.min(text.length, 8_000); i++) {
      if (text[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** What is in {@code text}, in its order; for the caller to close. */
  List<Hit> find(String path, byte[] text) {
    Found found = new Found(path, text);
    Assignments assignments = new Assignments(text, Assignments.isSettings(path));
    for (int at = 0; at < text.length && found.hits.size() < MOST_HITS; at++) {
      if (at >= found.past) {
        step(found, assignments, at);
      }
    }
    return found.hits;
  }

  private void step(Found found, Assignments assignments, int at) {
    byte[] text = found.text;
    switch (text[at]) {
      case '-' -> {
        if (Ascii.startsWith(text, at, PEM)) {
          found.add(Rule.PRIVATE_KEY, at, PrivateKeys.end(text, at), List.of(), "");
        }
      }
      case ':' -> {
        if (Ascii.startsWith(text, at, "://")) {
          ConnectionUrls.at(text, at)
              .ifPresent(url ->
                  found.add(
                      Rule.CONNECTION_URL,
                      url.start(),
                      url.end(),
                      patterns.ofAddress(new Ascii(text, url.start(), url.end())),
                      ""));
        }
        assigned(found, assignments, at);
      }
      case '=' -> assigned(found, assignments, at);
      default ->
          patterns
              .at(text, at)
              .filter(match -> match.shapes().stream().anyMatch(Detector::isSecret))
              .ifPresent(match -> found.add(Rule.SERVICE_KEY, at, match.end(), match.shapes(), ""));
    }
  }

  private void assigned(Found found, Assignments assignments, int at) {
    assignments
        .at(at)
        .ifPresent(a -> {
          // What looks like a service's key is told as such, when its place is reached.
          if (!hasKey(found.text, a.start(), a.end())) {
            found.add(Rule.ASSIGNED, a.start(), a.end(), List.of(), a.name());
          }
        });
  }

  private boolean hasKey(byte[] text, int start, int end) {
    for (int at = start; at < end; at++) {
      boolean key =
          patterns.at(text, at).isPresent()
              || (text[at] == ':' && Ascii.startsWith(text, at, "://"));
      if (key) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecret(Shape shape) {
    return shape.template().fields().stream()
        .anyMatch(f -> f.name().equals(shape.field()) && f.secret());
  }

  /** Hits of one text. */
  private static final class Found {
    private final String path;
    private final byte[] text;
    private final List<Hit> hits = new ArrayList<>();
    private int line = 1;
    private int lineStart;
    private int counted;

    /** What lies before it was told already. */
    private int past;

    Found(String path, byte[] text) {
      this.path = path;
      this.text = text;
    }

    void add(Rule rule, int start, int end, List<Shape> shapes, String name) {
      if (end <= start || start < past) {
        return;
      }
      for (; counted < start; counted++) {
        if (text[counted] == '\n') {
          line++;
          lineStart = counted + 1;
        }
      }
      past = end;
      if (!isAllowed(start)) {
        Secret secret = Secret.take(Arrays.copyOfRange(text, start, end));
        hits.add(new Hit(path, line, start - lineStart + 1, "", rule, shapes, name, secret));
      }
    }

    private boolean isAllowed(int start) {
      for (int i = lineStart; i < text.length && (i < start || text[i] != '\n'); i++) {
        if (Ascii.startsWith(text, i, ALLOWED)) {
          return true;
        }
      }
      return false;
    }
  }
}
