package io.keyarbor.ui.main;

import io.keyarbor.ui.bulk.BulkPane;
import io.keyarbor.ui.detail.DetailController;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.view.Fxml;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Beside the list: all of the credential that is chosen, or what can be done with several. */
final class ChosenPane extends StackPane {
  private final DetailController details;
  private final BulkPane bulk;
  private final Parent one;

  ChosenPane(DetailController details, BulkPane bulk) {
    this.details = details;
    this.bulk = bulk;
    one = Fxml.load(details);
    getStyleClass().add("detail");
    bulk.setVisible(false);
    getChildren().addAll(one, bulk);
  }

  /** Moves the focus to what is done most with it. */
  void enter() {
    if (one.isVisible()) {
      one.lookup(".test-button").requestFocus();
    } else {
      // The first may be one that none of them can have done.
      bulk.lookupAll(".button").stream()
          .filter(button -> !button.isDisabled())
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  /** Shows what is chosen. */
  void show(List<Entry> chosen) {
    boolean several = chosen.size() > 1;
    details.show(several ? Optional.empty() : chosen.stream().findFirst());
    one.setVisible(!several);
    bulk.setVisible(several);
    if (several) {
      bulk.show(chosen);
    } else {
      bulk.clear();
    }
  }
}
