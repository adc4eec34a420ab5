package io.keyarbor.platform.process;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arguments and environment as C has them; wiped when closed. */
final class NativeTexts implements AutoCloseable {
  private static final Charset NATIVE =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final Arena arena = Arena.ofConfined();
  private final List<MemorySegment> secret = new ArrayList<>();

  /** A path. */
  MemorySegment path(Path path) {
    return text(path.toString().getBytes(NATIVE));
  }

  /** The arguments of a program. */
  MemorySegment arguments(List<String> words) {
    return array(bytes(words).stream().map(this::text).toList());
  }

  /**
   * The bytes of words that are the last arguments of this process, as they were given: Java may
   * not be able to say them in the locale's encoding.
   */
  private static List<byte[]> bytes(List<String> words) {
    List<byte[]> given = given();
    List<byte[]> last = given.subList(Math.max(0, given.size() - words.size()), given.size());
    List<String> read = last.stream().map(b -> new String(b, NATIVE)).toList();
    return read.equals(words) ? last : words.stream().map(w -> w.getBytes(NATIVE)).toList();
  }

  private static List<byte[]> given() {
    try {
      byte[] all = Files.readAllBytes(Path.of("/proc/self/cmdline"));
      List<byte[]> words = new ArrayList<>();
      int start = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == 0) {
          words.add(Arrays.copyOfRange(all, start, i));
          start = i + 1;
        }
      }
      return words;
    } catch (IOException e) {
      return List.of();
    }
  }

  /** An environment: {@code own}, with {@code variables} set or, if empty, taken out. */
  MemorySegment environment(MemorySegment[] own, Map<String, Optional<Secret>> variables) {
    Map<String, MemorySegment> all = new LinkedHashMap<>();
    for (MemorySegment text : own) {
      // Latin 1 keeps every byte, so that two names are the same only if all of theirs are.
      String name =
          new String(text.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1)
              .split("=", 2)[0];
      all.putIfAbsent(name, text);
    }
    variables.forEach((name, value) -> {
      if (value.isPresent()) {
        all.put(name, variable(name, value.get()));
      } else {
        all.remove(name);
      }
    });
    return array(List.copyOf(all.values()));
  }

  private MemorySegment variable(String name, Secret value) {
    byte[] start = (name + "=").getBytes(StandardCharsets.US_ASCII);
    MemorySegment text = arena.allocate(start.length + value.length() + 1L);
    secret.add(text);
    MemorySegment.copy(start, 0, text, ValueLayout.JAVA_BYTE, 0, start.length);
    return value.use(bytes -> {
      MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, start.length, bytes.length);
      return text;
    });
  }

  private MemorySegment text(byte[] bytes) {
    MemorySegment text = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return text;
  }

  private MemorySegment array(List<MemorySegment> texts) {
    MemorySegment array = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      array.setAtIndex(ValueLayout.ADDRESS, i, texts.get(i));
    }
    return array;
  }

  @Override
  public void close() {
    secret.forEach(text -> text.fill((byte) 0));
    arena.close();
  }
}
