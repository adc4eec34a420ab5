package io.keyarbor.transfer.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Names that come again and again in a file. */
class FreeNamesTest {
  private static final int MANY = 10_000;

  private final Set<String> taken = new LinkedHashSet<>();
  private final AtomicLong asked = new AtomicLong();
  private final FreeNames names = new FreeNames();

  private void take(String name) {
    taken.add(
        names.of(
            name,
            wanted -> {
              asked.incrementAndGet();
              return taken.contains(wanted);
            }));
  }

  @Test
  void theSecondGetsANumberThatNothingElseHas() {
    List.of("url", "url", "url 3", "url", "url").forEach(this::take);
    assertEquals(List.of("url", "url 2", "url 3", "url 4", "url 5"), List.copyOf(taken));
  }

  @Test
  void aNameThatComesOftenIsNotCountedThroughEachTime() {
    for (int i = 0; i < MANY; i++) {
      take("url");
    }
    assertEquals(MANY, taken.size());
    assertEquals(2L * MANY - 1, asked.get());
  }
}
