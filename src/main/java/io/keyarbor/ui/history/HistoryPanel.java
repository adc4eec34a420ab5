package io.keyarbor.ui.history;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.vault.PastVerdict;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the tests of a credential found, newest first: the last few, and all when asked for. */
public final class HistoryPanel extends VBox {
  private static final int SHOWN_FIRST = 5;

  /** Not there at all if there is no past. */
  public HistoryPanel(List<PastVerdict> history, Clock clock) {
    getStyleClass().add("history");
    setVisible(!history.isEmpty());
    setManaged(isVisible());
    Label title = new Label(tr("History of tests"));
    title.getStyleClass().addAll("detail-label", "history-title");
    getChildren().add(title);
    history.stream().limit(SHOWN_FIRST).forEach(past -> add(past, clock));
    if (history.size() > SHOWN_FIRST) {
      Button more = new Button(tr("Show all {0}", history.size()));
      more.getStyleClass().addAll("flat", "small", "link", "history-more");
      more.setOnAction(e -> {
        getChildren().remove(more);
        history.stream().skip(SHOWN_FIRST).forEach(past -> add(past, clock));
      });
      getChildren().add(more);
    }
  }

  private void add(PastVerdict past, Clock clock) {
    getChildren().add(new HistoryLine(past, clock));
  }
}
