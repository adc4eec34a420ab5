package io.keyarbor.ui.history;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.vault.PastVerdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One past verdict: what, how often and when; pressed, it tells the rest. */
final class HistoryLine extends VBox {
  private final Label rest = new Label();
  private final Button line = new Button();

  HistoryLine(PastVerdict past, Clock clock) {
    getStyleClass().add("history-entry");
    VerdictBadge badge = new VerdictBadge();
    badge.setReason(past.reason());
    badge.setMinWidth(USE_PREF_SIZE);
    Label often = new Label(past.seen() == 1 ? "" : tr("{0} times", past.seen()));
    often.setMinWidth(USE_PREF_SIZE);
    often.setManaged(past.seen() > 1);
    Label when = new Label(TimeText.agoInWords(past.last(), clock.instant()));
    when.setMinWidth(USE_PREF_SIZE);
    often.getStyleClass().add("muted");
    when.getStyleClass().add("muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox moments = new VBox(when, often);
    moments.setAlignment(Pos.CENTER_RIGHT);
    HBox row = new HBox(badge, gap, moments);
    row.getStyleClass().add("history-row");
    row.setAlignment(Pos.CENTER_LEFT);
    line.setGraphic(row);
    line.getStyleClass().addAll("flat", "history-line");
    line.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty()
        .bind(
            line.widthProperty()
                .map(w ->
                    w.doubleValue() - line.getInsets().getLeft() - line.getInsets().getRight()));
    line.setOnAction(e -> open(!rest.isVisible()));
    line.setAccessibleText(
        tr(
            "{0}, {1}. Tells more.",
            badge.getAccessibleText(), (often.getText() + " " + when.getText()).strip()));
    line.setTooltip(new Tooltip(span(past, clock)));
    rest.setText(words(past, clock));
    rest.setWrapText(true);
    rest.setMinHeight(USE_PREF_SIZE);
    rest.getStyleClass().add("history-rest");
    getChildren().addAll(line, rest);
    open(false);
  }

  private void open(boolean open) {
    rest.setVisible(open);
    rest.setManaged(open);
  }

  private static String words(PastVerdict past, Clock clock) {
    List<String> lines = new ArrayList<>();
    lines.add(tr(past.detail().isBlank() ? past.reason().advice() : past.detail()));
    lines.add(span(past, clock));
    if (!past.took().isZero()) {
      lines.add(tr("Answered in {0} ms.", past.took().toMillis()));
    }
    lines.add(tr("Secret number {0}.", past.version()));
    return String.join("\n", lines);
  }

  private static String span(PastVerdict past, Clock clock) {
    String last = TimeText.full(past.last(), clock.getZone());
    return past.seen() == 1
        ? last
        : tr("From {0} to {1}", TimeText.full(past.first(), clock.getZone()), last);
  }
}
