package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.csv.CsvImport;
import io.keyarbor.transfer.csv.TablePreview;
import io.keyarbor.transfer.csv.TablePreview.Heading;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the columns of a table hold: one line for each, with what its first rows show. */
final class ColumnsPane extends VBox {
  private static final String LEFT_OUT = "-";

  private final Workspace work;
  private final GridPane grid = new GridPane();
  private final ComboBox<ServiceTemplate> service = new ComboBox<>();
  private final Map<Heading, ComboBox<String>> targets = new LinkedHashMap<>();
  private Optional<Running> looking = Optional.empty();

  ColumnsPane(Workspace work) {
    this.work = work;
    getStyleClass().add("columns");
    Label label = new Label(tr("What is in the table"));
    label.setLabelFor(service);
    service.setId("table-service");
    service.setAccessibleText(tr("What is in the table"));
    service.setMaxWidth(Double.MAX_VALUE);
    service.setConverter(new Names());
    service.getItems().add(null);
    service.getItems().addAll(work.catalogue().all());
    service.valueProperty().subscribe(chosen -> offerFields());
    VBox field = new VBox(label, service);
    field.getStyleClass().add("field");
    grid.getStyleClass().add("columns-grid");
    getChildren().addAll(field, new Label(tr("Columns")), grid);
    hide();
  }

  void hide() {
    looking.ifPresent(Running::cancel);
    targets.clear();
    grid.getChildren().clear();
    setVisible(false);
    setManaged(false);
  }

  /** Shows itself if {@code format} reads tables. */
  void lookAt(ImportFormat format, Path file) {
    hide();
    if (format instanceof CsvImport) {
      looking =
          Optional.of(
              work.background().run(() -> TablePreview.of(file), this::show, failure -> hide()));
    }
  }

  private void show(TablePreview preview) {
    int row = 0;
    for (Heading heading : preview.headings()) {
      ComboBox<String> target = new ComboBox<>();
      target.setEditable(true);
      target.setId("column-" + row);
      target.setAccessibleText(tr("What the column {0} holds", heading.shown()));
      target.setValue(heading.target().equals(LEFT_OUT) ? Targets.leftOut() : heading.target());
      target.setMaxWidth(Double.MAX_VALUE);
      targets.put(heading, target);
      Label name = new Label(heading.shown().isEmpty() ? tr("(no name)") : heading.shown());
      name.getStyleClass().addAll("setting-name", "column-name");
      name.setTooltip(new Tooltip(heading.shown()));
      Label samples =
          new Label(
              String.join(", ", heading.samples().stream().filter(s -> !s.isEmpty()).toList()));
      samples.getStyleClass().addAll("hint", "elides");
      samples.setMinWidth(0);
      samples.setPrefWidth(0);
      samples.setMaxWidth(Double.MAX_VALUE);
      GridPane.setHgrow(samples, Priority.ALWAYS);
      grid.addRow(row++, name, target, samples);
    }
    offerFields();
    setVisible(!targets.isEmpty());
    setManaged(!targets.isEmpty());
  }

  private void offerFields() {
    List<String> offered = Targets.of(service());
    targets
        .values()
        .forEach(target -> {
          String kept = target.getValue();
          target.getItems().setAll(offered);
          target.setValue(kept);
        });
  }

  /** The service of rows that do not name theirs, if the person chose one. */
  Optional<ServiceTemplate> service() {
    return isVisible() || !targets.isEmpty()
        ? Optional.ofNullable(service.getValue())
        : Optional.empty();
  }

  /** Which columns hold something else than usual, by their heading. */
  Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>();
    targets.forEach((heading, target) -> {
      String typed = target.getValue() == null ? "" : target.getValue().strip();
      String chosen = typed.equals(Targets.leftOut()) || typed.isEmpty() ? LEFT_OUT : typed;
      if (!chosen.equals(heading.target())) {
        mapping.put(heading.name(), chosen);
      }
    });
    return mapping;
  }

  /** What a column can hold. */
  private static final class Targets {
    private static final List<String> USUAL =
        List.of(
            "name",
            "username",
            "password",
            "url",
            "totp",
            "notes",
            "group",
            "tags",
            "service",
            "expires",
            "favourite");

    private Targets() {}

    /** Words for a column that is passed over; what is left of the targets are names in files. */
    static String leftOut() {
      return tr("left out");
    }

    /** The parts that any credential has, and the fields of the service. */
    static List<String> of(Optional<ServiceTemplate> service) {
      Set<String> targets = new LinkedHashSet<>();
      service.ifPresent(s -> s.fields().forEach(f -> targets.add(f.name())));
      targets.addAll(USUAL);
      targets.add(leftOut());
      return new ArrayList<>(targets);
    }
  }

  private static final class Names extends StringConverter<ServiceTemplate> {
    @Override
    public String toString(ServiceTemplate template) {
      return template == null
          ? tr("Logins, or what its service column says")
          : template.displayName();
    }

    @Override
    public ServiceTemplate fromString(String name) {
      throw new UnsupportedOperationException("the choice is not editable");
    }
  }
}
