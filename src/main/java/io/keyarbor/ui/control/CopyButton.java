package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Makes buttons that copy something, and show for a moment that they did. */
public final class CopyButton {
  private static final String ICON = "mdi2c-content-copy";

  private CopyButton() {}

  /**
   * A button.
   *
   * @param what is copied, e.g. {@code host}
   * @param copy does it, on the JavaFX thread
   */
  public static IconButton of(String what, Runnable copy) {
    IconButton button = new IconButton(ICON, tr("Copy {0}", what));
    PauseTransition moment = new PauseTransition(Duration.seconds(1.5));
    moment.setOnFinished(event -> button.show(ICON, tr("Copy {0}", what)));
    button.setOnAction(event -> {
      copy.run();
      button.show("mdi2c-check", tr("Copied {0}", what));
      moment.playFromStart();
    });
    return button;
  }
}
