package io.keyarbor.ui.news;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens the list of what changed, and counts what was not looked at. */
final class NewsBell extends Button {
  private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");

  NewsBell(Runnable open) {
    getStyleClass().addAll("flat", "small", "news-bell");
    setId("news-bell");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(tr("What tests found")));
    setOnAction(e -> open.run());
    show(0);
  }

  void show(int unseen) {
    setGraphic(new FontIcon(unseen == 0 ? "mdi2b-bell-outline" : "mdi2b-bell-ring"));
    setText(unseen == 0 ? "" : String.valueOf(unseen));
    pseudoClassStateChanged(UNSEEN, unseen > 0);
    setAccessibleText(
        unseen == 0
            ? tr("What tests found")
            : count(unseen, "What tests found, {0} new", "What tests found, {0} new"));
  }
}
