package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.control.VerdictWords;
import io.keyarbor.ui.list.TimeText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The newest verdict: what was found, when, what it means, what to do, and what the service told.
 */
final class VerdictPanel extends VBox {
  private static final int MOST_LISTED = 12;

  /**
   * Shows {@code verdict}.
   *
   * @param models shows the list of models
   */
  VerdictPanel(
      Optional<Verdict> verdict,
      boolean testing,
      boolean testable,
      Clock clock,
      Consumer<List<String>> models) {
    getStyleClass().addAll("verdict-panel", "verdict-panel-" + VerdictBadge.kind(verdict));
    VerdictBadge badge = new VerdictBadge();
    badge.setVerdict(verdict);
    badge.setTesting(testing);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(badge, gap);
    head.setAlignment(Pos.CENTER_LEFT);
    verdict.ifPresent(v -> head.getChildren().add(when(v, clock)));
    getChildren().add(head);
    verdict.ifPresentOrElse(
        v -> tell(v, clock, models),
        () ->
            add(
                testable
                    ? tr("Not tested yet. A test asks the service whether it accepts this secret.")
                    : tr("There is no test for this kind of secret."),
                "verdict-words"));
  }

  private static Label when(Verdict verdict, Clock clock) {
    Label when = new Label(TimeText.agoInWords(verdict.at(), clock.instant()));
    when.getStyleClass().add("muted");
    when.setTooltip(new Tooltip(TimeText.full(verdict.at(), clock.getZone())));
    return when;
  }

  private void tell(Verdict verdict, Clock clock, Consumer<List<String>> models) {
    add(VerdictWords.of(verdict), "verdict-words");
    verdict.identity().forEach((label, value) -> fact(tr(label), value));
    switch (verdict.expiry()) {
      case Expiry.At at -> fact(tr("Works until"), until(at.when(), clock));
      case Expiry.Never never -> fact(tr("Works until"), tr("it is revoked; it does not expire"));
      case Expiry.Unknown unknown -> {}
    }
    list(tr("May"), verdict.scopes());
    if (!verdict.models().isEmpty()) {
      Hyperlink all = new Hyperlink(ModelsView.number(verdict.models().size()));
      all.getStyleClass().add("models-link");
      all.setTooltip(new Tooltip(tr("Shows their names, to search and to copy")));
      all.setOnAction(event -> models.accept(verdict.models()));
      fact(tr("Models"), all);
    }
    if (!verdict.took().isZero()) {
      fact(tr("Answered in"), tr("{0} ms", verdict.took().toMillis()));
    }
  }

  /** The moment, and how many days are left. */
  private static String until(Instant when, Clock clock) {
    return TimeText.full(when, clock.getZone()) + ", " + DaysLeft.words(when, clock);
  }

  private void list(String label, List<String> values) {
    if (!values.isEmpty()) {
      String shown = String.join(", ", values.stream().limit(MOST_LISTED).toList());
      int more = values.size() - MOST_LISTED;
      fact(label, more > 0 ? tr("{0} and {1} more", shown, more) : shown);
    }
  }

  private void fact(String label, String value) {
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    fact(label, text);
  }

  private void fact(String label, Node value) {
    Label name = new Label(label);
    name.getStyleClass().add("fact-label");
    name.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(name, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    line.getStyleClass().add("fact");
    getChildren().add(line);
  }

  private void add(String words, String styleClass) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    getChildren().add(label);
  }
}
