package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateSource;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.list.CategoryTitle;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One template in the list: its service, its file, whose it is, and whether it is faulty. */
final class SourceCell extends ListCell<TemplateSource> {
  /** By what a person reads. */
  static Comparator<TemplateSource> byName() {
    return Comparator.comparing(SourceCell::title, NameOrder.ofPeople());
  }

  SourceCell() {
    setPrefWidth(0);
  }

  /** What a search looks through. */
  static String text(TemplateSource source) {
    return title(source)
        + " "
        + source.name()
        + " "
        + source.template().map(t -> CategoryTitle.of(t.category())).orElse(tr("fault"));
  }

  private static String title(TemplateSource source) {
    return source.template().map(ServiceTemplate::displayName).orElse(source.name());
  }

  @Override
  protected void updateItem(TemplateSource source, boolean empty) {
    super.updateItem(source, empty);
    setText(null);
    setGraphic(empty || source == null ? null : line(source));
  }

  private static HBox line(TemplateSource source) {
    Label name = new Label(title(source));
    name.getStyleClass().add("setting-name");
    Label about = new Label(about(source));
    about.getStyleClass().add("hint");
    VBox words = new VBox(name, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label badge = badge(source);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(new ServiceIcon(source.template(), 2.15), words, badge);
    line.getStyleClass().add("source");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String about(TemplateSource source) {
    return source.faults().isEmpty()
        ? source.template().map(t -> CategoryTitle.of(t.category()) + " · ").orElse("")
            + source.name()
        : retold(source.faults().getFirst().message());
  }

  private static Label badge(TemplateSource source) {
    int faults = source.faults().size();
    Label badge =
        new Label(
            faults == 0
                ? source.file().isPresent() ? tr("Yours") : tr("Bundled")
                : count(faults, "{0} fault", "{0} faults"));
    badge
        .getStyleClass()
        .addAll(
            "tag",
            faults > 0 ? "tag-fault" : source.file().isPresent() ? "tag-own" : "tag-bundled");
    return badge;
  }
}
