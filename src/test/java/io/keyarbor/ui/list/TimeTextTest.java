package io.keyarbor.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  @Test
  void aTestIsToldByItsAge() {
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    Map.of(
            0L, "now",
            59L, "now",
            60L, "1 min",
            3599L, "59 min",
            3600L, "1 h",
            86_399L, "23 h",
            86_400L, "1 d")
        .forEach((age, words) ->
            assertEquals(words, TimeText.ago(now.minus(Duration.ofSeconds(age)), now)));
    assertEquals("just now", TimeText.agoInWords(now, now));
    assertEquals("2 h ago", TimeText.agoInWords(now.minus(Duration.ofHours(2)), now));
  }

  @Test
  void anExpiryIsToldByTheDaysLeft() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    assertEquals("–", TimeText.until(Optional.empty(), today));
    assertEquals("expired", TimeText.until(Optional.of(today.minusDays(1)), today));
    assertEquals("today", TimeText.until(Optional.of(today), today));
    assertEquals("in 89 d", TimeText.until(Optional.of(today.plusDays(89)), today));
  }
}
