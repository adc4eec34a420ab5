package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.ImportPlan.Action;
import io.keyarbor.transfer.ImportPlan.Row;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.control.TickList;
import io.keyarbor.ui.list.GroupPaths;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.ui.work.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Second page of an import: what would become of each credential of the file. */
final class PlanPage {
  private final Workspace work;
  private final Label summary = new Label();
  private final ComboBox<GroupChoice> group = new ComboBox<>();
  private final TextField newGroup = new TextField();
  private final TickList<Line> list;
  private final VBox view;

  /**
   * A line of the list.
   *
   * @param index of the row in the plan; -1 for what could not be read
   */
  private record Line(
      int index, String name, String about, Optional<ServiceTemplate> template, State state) {}

  /** What becomes of a line, in words and with its colour. */
  private enum State {
    ADD("New", "state-add"),
    RENAMED("New name", "state-renamed"),
    THERE("Already there", "state-there"),
    OUT("Left out", "state-out");

    private final String label;
    private final String style;

    State(String label, String style) {
      this.label = label;
      this.style = style;
    }
  }

  /**
   * The page.
   *
   * @param changed called when other rows are ticked
   */
  PlanPage(Workspace work, Runnable changed) {
    this.work = work;
    list = new TickList<>(line -> isAdded(line.state()), this::draw, PlanPage::says);
    list.setTitle(tr("Credentials of the file"));
    list.onChange(changed);
    VBox.setVgrow(list, Priority.ALWAYS);
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    view = new VBox(summary, list, targetRow());
    view.getStyleClass().add("transfer-page");
  }

  private HBox targetRow() {
    Label label = new Label(tr("Put under"));
    label.setLabelFor(group);
    label.setMinWidth(Region.USE_PREF_SIZE);
    group.setAccessibleText(tr("Group that all is put under"));
    group.setId("import-group");
    group.getItems().setAll(GroupChoice.of(work.session().groups().all()));
    group.setValue(GroupChoice.NONE);
    newGroup.setPromptText(tr("Name of the new group"));
    newGroup.setAccessibleText(tr("Name of the new group"));
    newGroup.setId("import-new-group");
    newGroup.setVisible(false);
    HBox.setHgrow(newGroup, Priority.ALWAYS);
    group.setOnAction(e -> newGroup.setVisible(group.getValue().isNew()));
    HBox row = new HBox(label, group, newGroup);
    row.getStyleClass().add("target");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  Node view() {
    return view;
  }

  void begin() {
    list.begin();
  }

  /** Names of the group that all is put under, outermost first. */
  List<String> target() {
    GroupChoice chosen = group.getValue();
    if (chosen.isNew()) {
      return newGroup.getText().isBlank() ? List.of() : List.of(newGroup.getText().strip());
    }
    return new GroupPaths(work.session().groups().all()).names(chosen.id());
  }

  /** Shows {@code made} with all ticked that can be added, and what was not read. */
  void show(ImportPlan made, List<Skipped> unread) {
    List<Line> lines = new ArrayList<>();
    List<Row> rows = made.rows();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(i, rows.get(i)));
    }
    for (Skipped skipped : unread) {
      lines.add(new Line(-1, skipped.origin(), retold(skipped.why()), Optional.empty(), State.OUT));
    }
    summary.setText(summary(lines));
    list.show(lines, line -> true);
  }

  private static String summary(List<Line> lines) {
    long add = lines.stream().filter(l -> isAdded(l.state())).count();
    long there = lines.stream().filter(l -> l.state() == State.THERE).count();
    long out = lines.size() - add - there;
    List<String> words = new ArrayList<>();
    words.add(add == 0 ? tr("Nothing new.") : count(add, "{0} can be added.", "{0} can be added."));
    if (there > 0) {
      words.add(count(there, "{0} is in the vault already.", "{0} are in the vault already."));
    }
    if (out > 0) {
      words.add(
          count(
              out,
              "{0} cannot be taken; the list says why.",
              "{0} cannot be taken; the list says why."));
    }
    return String.join(" ", words);
  }

  private Line line(int index, Row row) {
    Optional<ServiceTemplate> template = work.catalogue().find(row.service());
    String place = String.join(" / ", row.groups());
    String service = template.map(ServiceTemplate::displayName).orElse(row.service());
    String about =
        row.why().isEmpty() ? service + (place.isEmpty() ? "" : " · " + place) : retold(row.why());
    return new Line(index, row.name(), about, template, state(row.action()));
  }

  private static State state(Action action) {
    return switch (action) {
      case ADD -> State.ADD;
      case RENAMED -> State.RENAMED;
      case ALREADY_THERE -> State.THERE;
      case SKIPPED -> State.OUT;
    };
  }

  private static boolean isAdded(State state) {
    return state == State.ADD || state == State.RENAMED;
  }

  private Node draw(Line line) {
    Label name = new Label(line.name());
    name.setMinWidth(0);
    Label about = new Label(line.about());
    about.getStyleClass().add("hint");
    about.setTooltip(new Tooltip(line.about()));
    about.setMinWidth(0);
    VBox words = new VBox(name, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label state = new Label(tr(line.state().label));
    state.getStyleClass().addAll("tag", line.state().style);
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(new ServiceIcon(line.template(), 1.85), words, state);
    row.getStyleClass().add("variable");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String says(Line line) {
    return line.name() + ", " + tr(line.state().label) + ", " + line.about();
  }

  /** Indexes of the ticked rows. */
  Set<Integer> chosen() {
    return list.ticked().stream().map(Line::index).collect(Collectors.toCollection(HashSet::new));
  }
}
