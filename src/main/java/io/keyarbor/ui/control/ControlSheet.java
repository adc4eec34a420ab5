package io.keyarbor.ui.control;

import java.util.Objects;

/** The style sheet of the controls, for the scene, after that of the theme. */
public final class ControlSheet {
  private ControlSheet() {}

  /** Where it is; a theme must define the {@code -ka-...} colours that it looks up. */
  public static String url() {
    return Objects.requireNonNull(ControlSheet.class.getResource("controls.css")).toExternalForm();
  }
}
