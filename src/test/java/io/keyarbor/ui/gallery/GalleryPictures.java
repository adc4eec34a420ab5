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
    List<String> faults = new ArrayList<>();
    ContactSheet sheet = new ContactSheet();
    for (Dress dress : dresses) {
      try {
        Walk.through(
            dress,
            Files.createDirectories(folder.resolve(dress.toString())),
            view -> view.name().matches(System.getProperty("gallery.windows", ".*")),
            (view, guide) -> {
              Path picture = Path.of(dress.toString(), view.name() + ".png");
              FxThread.run(() -> Camera.picture(guide.scene(), pixels, PICTURES.resolve(picture)));
              sheet.add(view.name(), dress.toString(), picture);
              Faults.of(guide).forEach(f -> faults.add(dress + " " + view.name() + ": " + f));
            });
      } catch (AssertionError lost) {
        faults.add(lost.getMessage());
        Arrays.stream(lost.getSuppressed()).map(Throwable::getMessage).forEach(faults::add);
      }
      // Written after each look, so that a long run can be followed.
      Files.writeString(PICTURES.resolve("index.html"), sheet.html());
      Files.write(PICTURES.resolve("faults.txt"), faults);
    }
    assertEquals("", String.join("\n", faults));
  }
}
