package io.keyarbor.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("(-[\\w-]+):\\s*#([0-9a-f]{6});");

  private static Map<String, Integer> tokens(String theme) throws Exception {
    Map<String, Integer> tokens = new HashMap<>();
    try (var in = Look.class.getResourceAsStream(theme + ".css")) {
      Matcher m = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (m.find()) {
        tokens.put(m.group(1), Integer.parseInt(m.group(2), 16));
      }
    }
    return tokens;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double contrast(int a, int b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadOnWhatItStandsOn(String theme) throws Exception {
    Map<String, Integer> tokens = tokens(theme);
    List<String> grounds = List.of("-ka-surface", "-ka-panel", "-ka-hover", "-ka-selected");
    for (String text : List.of("-ka-text", "-ka-muted", "-color-accent-fg")) {
      grounds.forEach(ground -> readable(tokens, text, ground));
    }
    for (String verdict : List.of("valid", "limited", "undecided", "invalid", "never")) {
      readable(tokens, "-ka-" + verdict, "-ka-" + verdict + "-muted");
      readable(tokens, "-ka-" + verdict, "-ka-surface");
    }
    readable(tokens, "-ka-toast-text", "-ka-toast");
    readable(tokens, "-ka-toast-action", "-ka-toast");
    readable(tokens, "-color-accent-fg", "-color-accent-subtle");
  }

  private static void readable(Map<String, Integer> tokens, String text, String ground) {
    double contrast = contrast(tokens.get(text), tokens.get(ground));
    assertTrue(contrast >= 4.5, text + " on " + ground + " has " + contrast);
  }

  @Test
  void bothThemesKnowTheSameColours() throws Exception {
    assertEquals(tokens("light").keySet(), tokens("dark").keySet());
  }
}
