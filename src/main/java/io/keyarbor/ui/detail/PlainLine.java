package io.keyarbor.ui.detail;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.key.KeyMaterial;
import io.keyarbor.ui.control.CopyButton;
import io.keyarbor.ui.work.Workspace;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A value that is no secret, under its label. */
final class PlainLine extends VBox {
  PlainLine(String label, String value) {
    getStyleClass().add("detail-line");
    Label name = new Label(label);
    name.getStyleClass().add("detail-label");
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().add("detail-value");
    text.setAccessibleText(label + ": " + value);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(text);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(name, row);
  }

  /** With a button that copies the value, and with what a certificate in it says. */
  PlainLine(Workspace work, String label, String value) {
    this(label, value);
    Runnable copy = () -> work.copying().plain(value);
    ((HBox) getChildren().getLast()).getChildren().add(CopyButton.of(label, copy));
    if (value.contains("-----BEGIN CERTIFICATE-----")) {
      work.background()
          .run(
              () -> {
                try (Secret text = Secret.takeUtf8(value.toCharArray())) {
                  return KeyMaterial.of(text);
                }
              },
              material -> {
                if (!material.isEmpty()) {
                  getChildren().add(new KeyPanel(work, material));
                }
              },
              work.dialogs()::error);
    }
  }
}
