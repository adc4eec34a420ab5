package io.keyarbor.ui.transfer;

import javafx.scene.control.ListCell;

/** A line of text that wraps where its list ends. */
public final class WrappedCell extends ListCell<String> {
  /** An empty line. */
  public WrappedCell() {
    setPrefWidth(0);
    setWrapText(true);
  }

  @Override
  protected void updateItem(String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty ? null : text);
  }
}
