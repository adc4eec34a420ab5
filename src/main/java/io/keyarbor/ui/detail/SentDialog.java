package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.ui.control.SentView;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The requests that a test of one credential would send, secrets masked. */
final class SentDialog {
  private SentDialog() {}

  static void open(Dialogs dialogs, String name, List<PlannedRequest> planned) {
    Label lead =
        new Label(
            tr("A test sends this, in this order. Secrets are masked here; nothing is sent now."));
    lead.setWrapText(true);
    lead.setMinHeight(Region.USE_PREF_SIZE);
    lead.getStyleClass().add("dialog-text");
    VBox requests = new VBox();
    requests.getStyleClass().add("sent-requests");
    requests.getChildren().addAll(SentView.of(planned));
    ScrollPane scroll = new ScrollPane(requests);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "sent-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button close = new Button(tr("Close"));
    close.setDefaultButton(true);
    HBox buttons = new HBox(close);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(lead, scroll, buttons);
    content.getStyleClass().add("dialog-message");
    Handle[] handle = new Handle[1];
    handle[0] =
        dialogs.show(content, tr("What will be sent for “{0}”", name), () -> handle[0].close());
    close.setOnAction(event -> handle[0].close());
    close.requestFocus();
  }
}
