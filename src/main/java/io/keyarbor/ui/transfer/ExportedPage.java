package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an export wrote, and what the format could not hold as it is. */
final class ExportedPage extends VBox {
  ExportedPage(ExportFormat format, int number, Path file, List<Skipped> told) {
    getStyleClass().add("transfer-page");
    Label title =
        new Label(
            count(number, "Exported {0} credential.", "Exported {0} credentials."),
            new FontIcon("mdi2c-check-circle-outline"));
    title.getStyleClass().addAll("section-heading", "done");
    Label where = new Label(file.toString());
    where.getStyleClass().add("mono");
    Label advice =
        new Label(
            format.isPlaintext()
                ? tr(
                    "Only you may read the file, but it is not encrypted. Delete it when it has"
                        + " served.")
                : tr(
                    "It opens with the password you gave it, which is kept nowhere. Without it the"
                        + " file is lost."));
    advice.getStyleClass().add("muted");
    for (Label label : List.of(title, where, advice)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      getChildren().add(label);
    }
    if (!told.isEmpty()) {
      ListView<String> list = new ListView<>();
      list.getStyleClass().add("lines");
      list.setAccessibleText(tr("What could not be written as it is"));
      list.setCellFactory(view -> new WrappedCell());
      list.getItems()
          .setAll(told.stream().map(s -> tr("{0}: {1}", s.origin(), retold(s.why()))).toList());
      VBox.setVgrow(list, Priority.ALWAYS);
      Label heading = new Label(tr("Not written as it is"));
      heading.setLabelFor(list);
      heading.getStyleClass().add("setting-name");
      getChildren().addAll(heading, list);
    }
  }
}
