package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.PasswordEstimator.Estimate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows how good a password is: four bars, a word, and a hint how to better it. */
public final class PasswordStrength extends VBox {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

  private final ReadOnlyIntegerWrapper score = new ReadOnlyIntegerWrapper(0);
  private final HBox bars = new HBox();
  private final Label words = new Label();
  private final Label hint = new Label();

  /** Shows nothing at first. */
  public PasswordStrength() {
    getStyleClass().add("password-strength");
    bars.getStyleClass().add("bars");
    for (int i = 0; i < 4; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("bar");
      HBox.setHgrow(bar, Priority.ALWAYS);
      bars.getChildren().add(bar);
    }
    HBox.setHgrow(bars, Priority.ALWAYS);
    bars.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("words");
    words.setMinWidth(USE_PREF_SIZE);
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    HBox line = new HBox(bars, words);
    line.getStyleClass().add("line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, hint);
    clear();
  }

  /** Shows {@code estimate}. */
  public void show(Estimate estimate) {
    fill(Math.max(1, estimate.score()), "score-" + estimate.score());
    score.set(estimate.score());
    words.setText(estimate.words());
    hint.setText(estimate.hint());
    setAccessibleText(tr("Password strength: {0}. {1}", estimate.words(), estimate.hint()));
  }

  /** Shows that there is no password. */
  public void clear() {
    fill(0, "score-none");
    score.set(0);
    words.setText("");
    hint.setText(
        tr("Several unrelated words make a password that is strong and easy to remember."));
    setAccessibleText(tr("Password strength: none yet"));
  }

  /** The score shown, 0 to 4. */
  public ReadOnlyIntegerProperty scoreProperty() {
    return score.getReadOnlyProperty();
  }

  private void fill(int count, String styleClass) {
    bars.getStyleClass().setAll("bars", styleClass);
    for (int i = 0; i < bars.getChildren().size(); i++) {
      bars.getChildren().get(i).pseudoClassStateChanged(FILLED, i < count);
    }
  }
}
