package io.keyarbor.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.settings.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every window: all can be read, and reached without a mouse. */
class GalleryTest {
  /** All the others, in all looks, are walked by {@code src/bench/pictures.sh}. */
  private static final String OFTEN_SEEN =
      "unlock-wrong|doors|main|detail-longest|bulk|toast|error|wizard-form|settings"
          + "|import-preview|help";

  @TempDir Path folder;

  /** Together they show what clips soonest: large text, long words, and both themes. */
  static Stream<Dress> dresses() {
    return Stream.of(
        new Dress(Theme.DARK, 1.5, Locale.GERMAN), new Dress(Theme.LIGHT, 1, Dress.LONGER));
  }

  @ParameterizedTest
  @MethodSource("dresses")
  void whatCanBeSeenCanBeReadAndReached(Dress dress) throws Exception {
    List<String> faults = new ArrayList<>();
    Walk.through(
        dress,
        folder,
        view -> view.name().matches(System.getProperty("gallery.windows", OFTEN_SEEN)),
        (view, guide) -> Faults.of(guide).forEach(f -> faults.add(view.name() + ": " + f)));
    assertEquals("", String.join("\n", faults));
  }
}
