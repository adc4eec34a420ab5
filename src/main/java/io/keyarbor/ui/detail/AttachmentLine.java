package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.vault.CredentialId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An attached file: its name and size, and what can be done with it. */
final class AttachmentLine extends VBox {
  AttachmentLine(Attachments attachments, CredentialId id, DetailModel.Line line) {
    getStyleClass().add("detail-line");
    Label size = new Label(tr("Attached file"));
    size.getStyleClass().add("detail-label");
    Label name = new Label(line.label());
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save = new Button(tr("Save as…"));
    save.getStyleClass().add("small");
    save.setMinWidth(USE_PREF_SIZE);
    save.setAccessibleText(tr("Save the attached file {0}", line.label()));
    save.setOnAction(e -> attachments.save(id, line));
    IconButton remove =
        new IconButton(
            "mdi2c-close",
            tr("Remove the attached file {0}", line.label()),
            () -> attachments.remove(id, line));
    HBox row = new HBox(name, save, remove);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(size, row);
    attachments.size(
        id, line, bytes -> size.setText(tr("Attached file, {0}", AttachedFile.sizeText(bytes))));
  }
}
