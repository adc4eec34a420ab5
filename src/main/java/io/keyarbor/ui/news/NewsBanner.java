package io.keyarbor.ui.news;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.vault.testing.Change;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The newest change, above the list, until a person looks at it or closes it. */
final class NewsBanner extends HBox {
  private final VerdictBadge badge = new VerdictBadge();
  private final Label words = new Label();
  private final Button more = new Button();
  private final Button show = new Button(tr("Show"));

  NewsBanner(Runnable openList) {
    getStyleClass().add("news-banner");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    badge.setMinWidth(USE_PREF_SIZE);
    words.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    more.getStyleClass().addAll("flat", "small");
    more.setMinWidth(USE_PREF_SIZE);
    more.setOnAction(e -> openList.run());
    show.getStyleClass().add("small");
    show.setId("news-show");
    show.setMinWidth(USE_PREF_SIZE);
    IconButton close = new IconButton("mdi2c-close", tr("Close"), this::hide);
    getChildren().addAll(badge, words, gap, more, show, close);
    hide();
  }

  /**
   * Tells a change.
   *
   * @param others how many more were not looked at
   */
  void show(Change change, int others, ZoneId zone, Runnable onShow) {
    String title = ChangeText.title(change, zone);
    badge.setReason(change.reason());
    words.setText(title);
    words.setTooltip(new Tooltip(ChangeText.detail(change)));
    more.setText(tr("and {0} more", others));
    more.setVisible(others > 0);
    more.setManaged(others > 0);
    show.setOnAction(e -> onShow.run());
    setAccessibleText(title + ". " + ChangeText.detail(change));
    setVisible(true);
    setManaged(true);
  }

  void hide() {
    setVisible(false);
    setManaged(false);
  }
}
