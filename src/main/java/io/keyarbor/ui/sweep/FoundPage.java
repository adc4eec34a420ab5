package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.sweep.Find;
import io.keyarbor.transfer.sweep.Findings;
import io.keyarbor.ui.transfer.WrappedCell;
import io.keyarbor.ui.work.Held;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Second page of a sweep: what was found, and what a person should mend besides. */
final class FoundPage extends VBox {
  private final FindList list;
  private final Label summary = new Label();
  private final ListView<String> remarks = new ListView<>();
  private final TitledPane more = new TitledPane("", remarks);

  FoundPage(FindList list) {
    this.list = list;
    getStyleClass().add("transfer-page");
    summary.setWrapText(true);
    summary.setMinHeight(USE_PREF_SIZE);
    remarks.getStyleClass().addAll("lines", "remarks");
    remarks.setCellFactory(view -> new WrappedCell());
    more.setExpanded(false);
    more.setAnimated(false);
    VBox.setVgrow(list.view(), Priority.ALWAYS);
    getChildren().addAll(summary, list.view(), more);
  }

  FindList list() {
    return list;
  }

  void begin() {
    list.begin();
  }

  void show(Held<Findings> from, Findings findings) {
    list.show(from, findings);
    summary.setText(summary(findings.finds()));
    List<String> words = new ArrayList<>();
    findings.advice().forEach(a -> words.add(tr("{0}: {1}", a.file(), retold(a.text()))));
    findings.skipped().forEach(s -> words.add(tr("{0}: {1}", s.origin(), retold(s.why()))));
    remarks.getItems().setAll(words);
    remarks.setAccessibleText(tr("Advice, and what was not taken"));
    more.setText(tr("Advice, and what was not taken ({0})", words.size()));
    more.setVisible(!words.isEmpty());
    more.setManaged(!words.isEmpty());
  }

  /** What was found, in a sentence or two. */
  static String summary(List<Find> finds) {
    long fresh = finds.stream().filter(f -> f.state() == Find.State.NEW).count();
    long known = finds.stream().filter(f -> f.state() == Find.State.ALREADY_IN_VAULT).count();
    if (finds.isEmpty()) {
      return tr("Nothing was found: no key lies about in plain text where was looked.");
    }
    String found =
        fresh == 0
            ? tr("Nothing new.")
            : count(fresh, "{0} not in the vault yet.", "{0} not in the vault yet.");
    return known == 0
        ? found
        : found
            + " "
            + count(
                known,
                "{0} in the vault already, and still in plain text.",
                "{0} in the vault already, and still in plain text.");
  }
}
