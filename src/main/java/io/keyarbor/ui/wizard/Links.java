package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.work.Browser;
import java.net.URI;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** Links to a service's pages; the tooltip tells where each leads. */
final class Links {
  private Links() {}

  /** Shows in {@code place} the links there are. */
  static void show(Pane place, Browser browser, Optional<URI> createKey, Optional<URI> docs) {
    place.getChildren().clear();
    add(place, browser, tr("Where do I get this?"), createKey);
    add(place, browser, tr("Documentation"), docs);
  }

  private static void add(Pane place, Browser browser, String words, Optional<URI> page) {
    page.ifPresent(uri -> {
      Hyperlink link = new Hyperlink(words);
      link.setMinWidth(Hyperlink.USE_PREF_SIZE);
      link.setTooltip(new Tooltip(tr("Opens {0} in your browser", uri)));
      link.setOnAction(event -> {
        link.setVisited(false);
        browser.open(uri);
      });
      place.getChildren().add(link);
    });
  }
}
