package io.keyarbor.ui.dialog;

import io.keyarbor.ui.dialog.Dialogs.Action;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Short messages at the bottom of the window that go by themselves, the newest lowest. */
final class Toasts extends VBox {
  private static final int MOST = 3;

  Toasts() {
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
  }

  /** While a dialog is open toasts go to the top, away from its buttons. */
  void keepClear(boolean dialog) {
    setAlignment(dialog ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
  }

  /** Shows it; running the result takes it down earlier. */
  Runnable show(String message, Optional<Action> way) {
    Label words = new Label(message);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox toast = new HBox(words);
    toast.getStyleClass().add("toast");
    toast.setAlignment(Pos.CENTER_LEFT);
    toast.setMaxWidth(USE_PREF_SIZE);
    toast.setAccessibleRole(AccessibleRole.TEXT);
    toast.setAccessibleText(message);
    Runnable hide = () -> getChildren().remove(toast);
    way.ifPresent(action -> {
      Button button = new Button(action.label());
      button.setMinWidth(USE_PREF_SIZE);
      button.getStyleClass().addAll("flat", "toast-action");
      button.setOnAction(e -> {
        hide.run();
        action.run().run();
      });
      toast.getChildren().add(button);
    });
    getChildren().add(toast);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    PauseTransition life = new PauseTransition(Duration.seconds(way.isPresent() ? 10 : 5));
    life.setOnFinished(e -> hide.run());
    life.play();
    return hide;
  }

  void clear() {
    getChildren().clear();
  }
}
