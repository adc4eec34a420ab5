package io.keyarbor.ui.gallery;

import io.keyarbor.demo.tour.Camera;
import io.keyarbor.demo.tour.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** All that the checks of the gallery find in what is shown. */
final class Faults {
  private Faults() {}

  /** In words, in the order of the checks. */
  static List<String> of(Guide guide) {
    List<String> faults = new ArrayList<>();
    FxThread.run(() -> {
      Node part = guide.part();
      faults.addAll(Clipping.in(part));
      faults.addAll(Naming.faultsIn(part));
      faults.addAll(Contrast.faultsIn(part));
      for (PopupWindow popup : Camera.above(guide.scene().getWindow())) {
        faults.addAll(Clipping.in(popup.getScene().getRoot()));
        faults.addAll(Contrast.faultsIn(popup.getScene().getRoot()));
      }
    });
    // While a menu is open, the keys are its own.
    if (FxThread.ask(() -> Window.getWindows().stream().noneMatch(w -> w instanceof PopupWindow))) {
      faults.addAll(TabOrder.faultsIn(guide));
    }
    return faults;
  }
}
