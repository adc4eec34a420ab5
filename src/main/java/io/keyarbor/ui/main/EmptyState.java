package io.keyarbor.ui.main;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where a list would: what the place is for, and the next step. */
final class EmptyState extends VBox {
  private final FontIcon icon = new FontIcon("mdi2k-key-outline");
  private final Label title = new Label();
  private final Label text = new Label();
  private final Button next = new Button();

  EmptyState() {
    getStyleClass().add("empty-state");
    icon.getStyleClass().add("empty-icon");
    title.getStyleClass().add("empty-title");
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(icon, title, text, next);
    setVisible(false);
  }

  /** Shows it without a next step. */
  void show(String iconName, String titleText, String words) {
    icon.setIconLiteral(iconName);
    title.setText(titleText);
    text.setText(words);
    next.setVisible(false);
    next.setManaged(false);
    setVisible(true);
  }

  /** Shows it with a button for the next step. */
  void show(String iconName, String titleText, String words, String nextLabel, Runnable action) {
    show(iconName, titleText, words);
    next.setText(nextLabel);
    next.setOnAction(e -> action.run());
    next.setVisible(true);
    next.setManaged(true);
  }
}
