package io.keyarbor.ui.detail;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a part of the window. */
final class FileDrop {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private FileDrop() {}

  /**
   * Takes files on {@code place}.
   *
   * @param ready whether one can be taken now
   * @param take told the files
   */
  static void on(Node place, BooleanSupplier ready, Consumer<List<Path>> take) {
    place.setOnDragOver(event -> {
      if (fits(event, ready)) {
        event.acceptTransferModes(TransferMode.COPY);
        place.pseudoClassStateChanged(TARGET, true);
        event.consume();
      }
    });
    place.setOnDragExited(event -> place.pseudoClassStateChanged(TARGET, false));
    place.setOnDragDropped(event -> {
      boolean fits = fits(event, ready);
      if (fits) {
        take.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
      }
      event.setDropCompleted(fits);
      event.consume();
    });
  }

  private static boolean fits(DragEvent event, BooleanSupplier ready) {
    return event.getDragboard().hasFiles() && ready.getAsBoolean();
  }
}
