package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.theme.Mark;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this program is, which version, and under which licence. */
public final class AboutView {
  private AboutView() {}

  /** Opens the dialog. */
  public static void open(Dialogs dialogs, Catalogue catalogue) {
    Button close = new Button(tr("Close"));
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    HBox buttons = new HBox(close);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        new VBox(
            new Mark(),
            words(tr("Keyarbor {0}", version()), "setting-name"),
            words(
                tr(
                    "Keeps credentials encrypted in one file, and tells whether each one still"
                        + " works."),
                "dialog-text"),
            words(
                tr(
                    "{0} services known. Apache License 2.0. Fonts: Inter and JetBrains Mono, SIL"
                        + " Open Font License.",
                    catalogue.all().size()),
                "hint"),
            buttons);
    content.getStyleClass().add("dialog-message");
    Handle[] handle = new Handle[1];
    handle[0] = dialogs.show(content, tr("About"), () -> handle[0].close());
    close.setOnAction(e -> handle[0].close());
    close.requestFocus();
  }

  private static String version() {
    String packaged = AboutView.class.getPackage().getImplementationVersion();
    return packaged == null ? "" : packaged;
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
