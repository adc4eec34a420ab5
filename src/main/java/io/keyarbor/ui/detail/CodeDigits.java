package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/**
 * A one-time code in two groups, {@code 123 456}, or bullets in its place. Each digit is a node of
 * its own, so that the scene never holds the code in one piece.
 */
final class CodeDigits extends HBox {
  private static final double GAP = 0.5;

  private final int digits;

  /** Bullets for that many digits. */
  CodeDigits(int digits) {
    this.digits = digits;
    getStyleClass().add("code-digits");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(USE_PREF_SIZE);
    hide();
  }

  /** Shows {@code code}, which the caller keeps. */
  void show(Secret code) {
    getChildren().clear();
    code.use(bytes -> {
      for (byte digit : bytes) {
        add(Character.toString((char) digit));
      }
      return null;
    });
    setAccessibleText(tr("One-time code, shown on the screen"));
  }

  /** Takes the code off the screen. */
  void hide() {
    getChildren().clear();
    for (int i = 0; i < digits; i++) {
      add("•");
    }
    setAccessibleText(tr("One-time code, hidden"));
  }

  private void add(String character) {
    Text text = new Text(character);
    text.getStyleClass().add("code-digit");
    if (getChildren().size() == (digits + 1) / 2) {
      HBox gap = new HBox();
      gap.getStyleClass().add("code-gap");
      gap.minWidthProperty()
          .bind(text.layoutBoundsProperty().map(bounds -> bounds.getHeight() * GAP));
      getChildren().add(gap);
    }
    getChildren().add(text);
  }
}
