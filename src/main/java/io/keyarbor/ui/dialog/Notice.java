package io.keyarbor.ui.dialog;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong, said in the place where it can be mended; hidden while nothing is. */
public final class Notice extends HBox {
  private final Label words = new Label();
  private final VBox column = new VBox(words);
  private final Label sign = new Label();

  /** Hidden at first. */
  public Notice() {
    getStyleClass().add("notice");
    setAlignment(Pos.TOP_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    column.getStyleClass().add("notice-column");
    sign.setMinWidth(USE_PREF_SIZE);
    hide();
  }

  /** Says {@code message}, with buttons for what can be done about it. */
  public void show(String message, Button... ways) {
    words.setText(message);
    column.getChildren().setAll(words);
    column.getChildren().addAll(ways);
    setAccessibleText(message);
    // Not before, or the first window would wait until JavaFX has built them and read all icons.
    sign.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
    getChildren().setAll(sign, column);
    setVisible(true);
    setManaged(true);
  }

  /** Says nothing. */
  public void hide() {
    setVisible(false);
    setManaged(false);
  }
}
