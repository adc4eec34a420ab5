package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file with references in it, cut into pieces: {@code {{ keyarbor://NAME/FIELD }}}, which may
 * stand anywhere, and bare ones, which end before the first character that is neither a letter, a
 * digit, one of {@code -._~%} nor the first slash. All other bytes stay as they are, whatever they
 * mean.
 */
public final class Injection {
  private static final byte[] SCHEME = Reference.SCHEME.getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 2000;

  private final byte[] bytes;
  private final List<Place> places = new ArrayList<>();

  /** A reference in the file, from its first byte up to the one after its last. */
  private record Place(int start, int end, int line, Reference reference) {}

  private Injection(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Finds the references.
   *
   * @param bytes stay the caller's; not to be changed while the result is used
   * @throws EnvironmentFault with all that are not well-formed, by line
   */
  public static Injection read(byte[] bytes) {
    Injection injection = new Injection(bytes);
    injection.scan();
    return injection;
  }

  private void scan() {
    List<EnvironmentFault> faults = new ArrayList<>();
    int line = 1;
    int at = 0;
    int written = 0;
    while (at < bytes.length) {
      if (bytes[at] == '\n') {
        line++;
      }
      if (!startsAt(at)) {
        at++;
        continue;
      }
      try {
        Place place = place(at, written, line);
        if (place.end() > place.start()) {
          places.add(place);
        }
        at = Math.max(place.end(), at + SCHEME.length);
      } catch (EnvironmentFault fault) {
        faults.add(fault.at("line " + line));
        at += SCHEME.length;
      }
      written = at;
    }
    if (!faults.isEmpty()) {
      throw EnvironmentFault.all(faults);
    }
  }

  private boolean startsAt(int at) {
    return at + SCHEME.length <= bytes.length
        && Arrays.equals(bytes, at, at + SCHEME.length, SCHEME, 0, SCHEME.length)
        && (at == 0 || !isSchemeLetter(bytes[at - 1]));
  }

  /** Another scheme that only ends like this one. */
  private static boolean isSchemeLetter(byte b) {
    return (Reference.isBare(b) && b != '_' && b != '~') || b == '+';
  }

  /** With or without braces around it; an empty range if there is no name. */
  private Place place(int at, int written, int line) {
    int before = at;
    while (before > written && isBlank(bytes[before - 1])) {
      before--;
    }
    boolean braced = before - 2 >= written && bytes[before - 1] == '{' && bytes[before - 2] == '{';
    if (braced) {
      int close = closing(at);
      return new Place(before - 2, close + 2, line, Reference.parse(text(at, close).strip()));
    }
    int end = bareEnd(at + SCHEME.length);
    return end == at + SCHEME.length
        ? new Place(at, at, line, new Reference("", Optional.empty()))
        : new Place(at, end, line, Reference.parse(text(at, end)));
  }

  private int closing(int at) {
    int last = Math.min(bytes.length - 1, at + LONGEST);
    for (int i = at; i < last && bytes[i] != '\n'; i++) {
      if (bytes[i] == '}' && bytes[i + 1] == '}') {
        return i;
      }
    }
    throw EnvironmentFault.unfit("a reference starts with {{ and has no }} on its line");
  }

  private int bareEnd(int start) {
    int end = start;
    boolean slash = false;
    while (end < bytes.length
        && (Reference.isBare(bytes[end]) || bytes[end] == '%' || (bytes[end] == '/' && !slash))) {
      slash |= bytes[end] == '/';
      end++;
    }
    return end;
  }

  private String text(int start, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw EnvironmentFault.unfit("a reference is not UTF-8");
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** How many references there are. */
  public int count() {
    return places.size();
  }

  /** The reference, if there is one and nothing else. */
  Optional<Reference> single() {
    return places.size() == 1
            && places.getFirst().start() == 0
            && places.getFirst().end() == bytes.length
        ? Optional.of(places.getFirst().reference())
        : Optional.empty();
  }

  /**
   * The bytes with the values in place of the references, for the caller to wipe. Each reference is
   * looked up once.
   *
   * @throws EnvironmentFault with all that have no value, by line; then nothing is given
   */
  public byte[] fill(Function<Reference, EnvironmentValue> values) {
    Map<Reference, Secret> found = new HashMap<>();
    try {
      List<EnvironmentFault> faults = new ArrayList<>();
      for (Place place : places) {
        try {
          found.computeIfAbsent(place.reference(), r -> values.apply(r).content(r));
        } catch (EnvironmentFault fault) {
          faults.add(fault.at("line " + place.line()));
        }
      }
      if (!faults.isEmpty()) {
        throw EnvironmentFault.all(faults);
      }
      return filled(found);
    } finally {
      found.values().forEach(Secret::close);
    }
  }

  private byte[] filled(Map<Reference, Secret> found) {
    long length = bytes.length;
    for (Place place : places) {
      length += found.get(place.reference()).length() - (place.end() - place.start());
    }
    byte[] filled = new byte[Math.toIntExact(length)];
    int from = 0;
    int to = 0;
    for (Place place : places) {
      System.arraycopy(bytes, from, filled, to, place.start() - from);
      int start = to + place.start() - from;
      to =
          start
              + found
                  .get(place.reference())
                  .<Integer, RuntimeException>use(value -> {
                    System.arraycopy(value, 0, filled, start, value.length);
                    return value.length;
                  });
      from = place.end();
    }
    System.arraycopy(bytes, from, filled, to, bytes.length - from);
    return filled;
  }
}
