package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.theme.Mark;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What {@link UnlockController} shows. Built by code and not from a file as other views are: it is
 * the first at each start, and reading a file took a tenth of that.
 */
final class UnlockView extends VBox {
  final Label name = styled(new Label(), "name", "card-title");
  final Label folder = styled(new Label(), "folder", "path");
  final Label demoPassword = styled(new Label(), "demoPassword", "lead");
  final Button keyring = wide("keyring", tr("Unlock with the keyring"));
  final SecretField pin = secret("pin", tr("PIN"));
  final Button byPin = wide("byPin", tr("Unlock with the PIN"));
  final VBox pinField = field("pinField", tr("PIN"), pin);
  final VBox quickForm = styled(new VBox(keyring, pinField), "quickForm", "form");
  final SecretField password = secret("password", tr("Master password"));
  final SecretField newPin = secret("newPin", tr("PIN until Keyarbor ends, optional"));
  final VBox newPinField = field("newPinField", tr("PIN until Keyarbor ends (optional)"), newPin);
  final Button keyFileButton = button("keyFileButton", tr("Use a key file…"), "link");
  final Label keyFileName = styled(new Label(), "keyFileName");
  final HBox keyFileLine = styled(new HBox(keyFileName), "keyFileLine", "file-line");
  final Notice notice = styled(new Notice(), "notice");
  final Button unlock = wide("unlock", tr("Unlock"));
  final VBox form =
      styled(
          new VBox(
              field("passwordField", tr("Master password"), password),
              newPinField,
              keyFileButton,
              keyFileLine,
              notice,
              unlock),
          "form",
          "form");
  final ProgressBar progress = styled(new ProgressBar(), "progress", "small");
  final Button other = button("other", tr("Another vault…"));
  final Button create = button("create", tr("Create a vault"));
  final Button demo = button("demo", tr("Try the demo"));
  final Button leaveDemo = button("leaveDemo", tr("Leave the demo"));

  UnlockView() {
    getStyleClass().add("card");
    setMaxHeight(USE_PREF_SIZE);
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    demoPassword.setWrapText(true);
    demoPassword.setMinHeight(USE_PREF_SIZE);
    keyring.setAccessibleHelp(
        tr("The keyring of the system opens this vault, without the master password."));
    pinField.getChildren().add(byPin);
    keyFileName.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    keyFileName.setMinWidth(0);
    keyFileName.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(keyFileName, Priority.ALWAYS);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(tr("Unlocking"));
    VBox head = styled(new VBox(new Mark(), name, folder, demoPassword), "head", "card-head");
    HBox ways = styled(new HBox(other, create, demo, leaveDemo), "ways", "other-ways");
    getChildren().addAll(head, quickForm, form, progress, ways);
  }

  private static <N extends Node> N styled(N node, String id, String... classes) {
    node.setId(id);
    node.getStyleClass().addAll(classes);
    return node;
  }

  private static SecretField secret(String id, String says) {
    SecretField field = styled(new SecretField(), id);
    field.setAccessibleText(says);
    return field;
  }

  private static VBox field(String id, String words, SecretField secret) {
    Label label = new Label(words);
    label.setLabelFor(secret);
    return styled(new VBox(label, secret), id, "field");
  }

  private static Button button(String id, String words, String... classes) {
    Button button = styled(new Button(words), id, "flat", "small");
    button.getStyleClass().addAll(classes);
    return button;
  }

  private static Button wide(String id, String words) {
    Button button = styled(new Button(words), id, "accent", "wide");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  /**
   * Shows the icons of what is not there at each start: the first icon reads the fonts of all.
   *
   * @param drop what the button beside the key file does
   */
  void showKeyFile(String fileName, Runnable drop) {
    keyFileName.setText(fileName);
    if (keyFileName.getGraphic() == null) {
      keyFileName.setGraphic(new FontIcon("mdi2f-file-key-outline"));
      IconButton button = new IconButton("mdi2c-close", tr("Do not use a key file"), drop);
      button.setMinWidth(USE_PREF_SIZE);
      keyFileLine.getChildren().add(button);
    }
  }
}
