package io.keyarbor.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.demo.tour.Camera;
import io.keyarbor.demo.tour.FxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All windows in all looks, for {@code src/bench/pictures.sh}; far too long for each build. */
class GalleryPictures {
  private static final Path PICTURES = Path.of("target/pictures");

  @TempDir Path folder;

  @Test
  void takeThemAll() throws Exception {
    double pixels = Double.parseDouble(System.getProperty("gallery.pixels", "1"));
    List<Dress> dresses =
        Dress.all().stream()
            .filter(d -> d.toString().matches(System.getProperty("gallery.looks", ".*")))
            .toList();
    List<String> all = new ArrayList<>();
    for (Dress dress : dresses) {
      List<String> faults = new ArrayList<>();
      try {
        Walk.through(
            dress,
            Files.createDirectories(folder.resolve(dress.toString())),
            view -> view.name().matches(System.getProperty("gallery.windows", ".*")),
            (view, guide) -> {
              Path picture = PICTURES.resolve(ContactSheet.picture(view, dress));
              FxThread.run(() -> Camera.picture(guide.scene(), pixels, picture));
              Faults.of(guide).forEach(f -> faults.add(dress + " " + view.name() + ": " + f));
            });
      } catch (AssertionError lost) {
        faults.add(lost.getMessage());
        Arrays.stream(lost.getSuppressed()).map(Throwable::getMessage).forEach(faults::add);
      }
      Path told = Files.createDirectories(PICTURES.resolve(dress.toString()));
      Files.write(told.resolve("faults.txt"), faults);
      Files.writeString(PICTURES.resolve("index.html"), ContactSheet.of(PICTURES));
      all.addAll(faults);
    }
    assertEquals("", String.join("\n", all));
  }
}
