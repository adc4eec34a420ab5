package io.keyarbor.ui.news;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What changed lately, newest first, each with the way to its credential. */
final class NewsList extends VBox {
  private final Consumer<Optional<CredentialId>> chosen;

  /**
   * Lists {@code changes}.
   *
   * @param chosen called when the list is to close, with the credential to show, if any
   */
  NewsList(List<Change> changes, Clock clock, Consumer<Optional<CredentialId>> chosen) {
    this.chosen = chosen;
    getStyleClass().addAll("dialog-message", "news-list");
    VBox lines = new VBox();
    lines.getStyleClass().add("news-lines");
    changes.forEach(change -> lines.getChildren().add(line(change, clock)));
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label none =
        new Label(
            tr(
                "Nothing changed yet. Here you find when a secret stopped working, worked again, or"
                    + " comes near its end."));
    none.setWrapText(true);
    none.setMinHeight(USE_PREF_SIZE);
    Button close = new Button(tr("Close"));
    close.setDefaultButton(true);
    close.setOnAction(e -> choose(Optional.empty()));
    HBox buttons = new HBox(close);
    buttons.getStyleClass().add("dialog-buttons");
    getChildren().addAll(changes.isEmpty() ? none : scroll, buttons);
  }

  void choose(Optional<CredentialId> credential) {
    chosen.accept(credential);
  }

  private Node line(Change change, Clock clock) {
    VerdictBadge badge = new VerdictBadge();
    badge.setReason(change.reason());
    Label when = new Label(TimeText.agoInWords(change.at(), clock.instant()));
    when.getStyleClass().add("muted");
    when.setMinWidth(USE_PREF_SIZE);
    when.setTooltip(new Tooltip(TimeText.full(change.at(), clock.getZone())));
    HBox facts = new HBox(badge, when);
    facts.getStyleClass().add("news-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    Label title = wrapped(ChangeText.title(change, clock.getZone()), "news-title");
    VBox words = new VBox(title, wrapped(ChangeText.detail(change), "muted"), facts);
    words.getStyleClass().add("news-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button show = new Button(tr("Show"));
    show.getStyleClass().add("small");
    show.setMinWidth(USE_PREF_SIZE);
    show.setAccessibleText(tr("Show {0}", change.name()));
    show.setOnAction(e -> choose(Optional.of(change.credential())));
    HBox line = new HBox(words, show);
    line.getStyleClass().add("news-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
