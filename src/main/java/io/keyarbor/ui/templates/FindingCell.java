package io.keyarbor.ui.templates;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding in the list below the text. */
final class FindingCell extends ListCell<Finding> {
  private static final double ROOM_BESIDE = 64;

  private final Label words = new Label();

  FindingCell(ListView<Finding> list) {
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    // As wide as the list, so that a long text wraps instead of making the list scroll sideways.
    words.prefWidthProperty().bind(list.widthProperty().subtract(ROOM_BESIDE));
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    setText(null);
    if (empty || finding == null) {
      setGraphic(null);
      return;
    }
    FontIcon icon =
        new FontIcon(finding.fatal() ? "mdi2a-alert-circle-outline" : "mdi2a-alert-outline");
    icon.getStyleClass().add(finding.fatal() ? "finding-fault" : "finding-doubt");
    words.setText(finding.words());
    HBox line = new HBox(icon, words);
    line.getStyleClass().add("finding");
    setGraphic(line);
  }
}
