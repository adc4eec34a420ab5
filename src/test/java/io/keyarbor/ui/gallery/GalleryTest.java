package io.keyarbor.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.demo.tour.FxThread;
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
  @TempDir Path folder;

  static Stream<Dress> dresses() {
    return Stream.of(
        new Dress(Theme.DARK, 1.5, Locale.GERMAN), new Dress(Theme.LIGHT, 1, Dress.LONGER));
  }

  @ParameterizedTest
  @MethodSource("dresses")
  void everyWindowCanBeReadAndReached(Dress dress) throws Exception {
    List<String> faults = new ArrayList<>();
    Walk.through(
        dress,
        folder,
        view -> view.name().matches(System.getProperty("gallery", ".*")),
        (view, guide) -> {
            System.out.println(System.nanoTime()/1000000 + " " + view.name());
            Faults.of(guide)
                .forEach(fault -> {System.out.println(view.name() + ": " + fault);faults.add(view.name() + ": " + fault);});
            System.out.println(System.nanoTime()/1000000 + " " + view.name());
                });
    assertEquals("", String.join("\n", faults));
  }
}
