package io.keyarbor.ui.gallery;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.desktop.DesktopStage;
import io.keyarbor.ui.gallery.View.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.control.TreeTableView;

/** Walks through the gallery and stops at each view. */
final class Walk {
  private Walk() {}

  /**
   * Stops at each view that {@code which} names. Those it cannot come to are told at the end.
   *
   * @param look called where the view is shown and laid out; not on the JavaFX thread
   */
  static void through(Dress dress, Path folder, Predicate<View> which, BiConsumer<View, Guide> look)
      throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(dress.language());
    try {
      for (Start start : Start.values()) {
        List<View> views =
            Gallery.all().stream().filter(v -> v.start() == start).filter(which).toList();
        if (!views.isEmpty()) {
          walk(dress, Files.createDirectories(folder.resolve(start.name())), views, look);
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void walk(Dress dress, Path folder, List<View> views, BiConsumer<View, Guide> look)
      throws IOException {
    Start start = views.getFirst().start();
    DesktopStage app = Gallery.begin(start, folder, dress);
    Guide guide = new Guide(app, folder);
    List<AssertionError> lost = new ArrayList<>();
    try {
      for (View view : views) {
        try {
          view.way().accept(guide);
          FxThread.pulses(2);
          look.accept(view, guide);
        } catch (AssertionError | IllegalStateException e) {
          lost.add(new AssertionError(view.name() + " in " + dress + ": " + e.getMessage(), e));
        }
        back(guide, start);
      }
    } finally {
      app.close();
    }
    if (!lost.isEmpty()) {
      lost.stream().skip(1).forEach(lost.getFirst()::addSuppressed);
      throw lost.getFirst();
    }
  }

  private static void back(Guide guide, Start start) {
    guide.leave();
    if (start == Start.OPEN) {
      guide.click("#shelf-all");
      FxThread.run(() ->
          ((TreeTableView<?>) guide.app().scene().lookup("#tree"))
              .getSelectionModel()
              .clearSelection());
      guide.person().press("Ctrl+F");
      guide.person().press("Esc");
    } else if (start == Start.NEW && !guide.person().sees("Try the demo")) {
      guide.person().press("Esc");
    }
  }
}
