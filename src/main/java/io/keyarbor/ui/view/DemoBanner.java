package io.keyarbor.ui.view;

import java.util.Optional;
import javafx.scene.control.Label;

/** Says above all else that what is shown is a demo; not there if it is none. */
public final class DemoBanner extends Label {
  /** A banner that is not there yet. */
  public DemoBanner() {
    getStyleClass().add("demo-banner");
    setMaxWidth(Double.MAX_VALUE);
    show(Optional.empty());
  }

  /** Is there for a demo only. */
  public void show(Optional<Demo> demo) {
    setText(demo.map(Demo::label).orElse(""));
    setVisible(demo.isPresent());
    setManaged(demo.isPresent());
  }
}
