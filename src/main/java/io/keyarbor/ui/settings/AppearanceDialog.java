package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.work.Preferences;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * How the app looks, alone: for who has no vault open. What protects a vault is changed by those
 * who can open it.
 */
public final class AppearanceDialog {
  private AppearanceDialog() {}

  /** Opens the dialog. */
  public static Handle open(Preferences preferences) {
    Button done = new Button(tr("Done"));
    done.getStyleClass().add("accent");
    done.setDefaultButton(true);
    HBox buttons = new HBox(done);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(new AppearanceSection(preferences).rows(), buttons);
    content.getStyleClass().addAll("dialog-message", "settings");
    content
        .getStylesheets()
        .add(AppearanceDialog.class.getResource("settings.css").toExternalForm());
    Handle[] handle = new Handle[1];
    handle[0] = preferences.dialogs().show(content, tr("Appearance"), () -> handle[0].close());
    done.setOnAction(e -> handle[0].close());
    return handle[0];
  }
}
