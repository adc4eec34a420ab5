package io.keyarbor.ui.schedule;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.TestSchedule;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Chooses how often something is tested by itself, and says what that comes to. */
public final class SchedulePicker extends VBox {
  private static final int PROPOSED_HOURS = 48;

  private final ComboBox<ScheduleChoice> choice = new ComboBox<>();
  private final TextField hours = new TextField(String.valueOf(PROPOSED_HOURS));
  private final HBox other = new HBox(new Label(tr("every")), hours, new Label(tr("hours")));
  private final Label help = new Label();
  private Optional<GroupId> above = Optional.empty();
  private Map<GroupId, Group> groups = Map.of();

  /** Leaves it to the group at first. */
  public SchedulePicker() {
    getStyleClass().add("schedule-picker");
    choice.getItems().setAll(ScheduleChoice.all());
    choice.setId("schedule-choice");
    choice.setAccessibleText(tr("How often it is tested by itself"));
    hours.setId("schedule-hours");
    hours.setAccessibleText(tr("Hours between two tests"));
    hours.setPrefColumnCount(4);
    hours.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("[0-9]{0,3}") ? change : null));
    hours.textProperty().subscribe(this::explain);
    other.getStyleClass().add("schedule-other");
    other.setAlignment(Pos.CENTER_LEFT);
    other.managedProperty().bind(other.visibleProperty());
    help.getStyleClass().addAll("field-help", "muted");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    HBox line = new HBox(choice, other);
    line.getStyleClass().add("schedule-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, help);
    choice
        .valueProperty()
        .subscribe(value -> {
          other.setVisible(value != null && value.schedule().isEmpty());
          explain();
        });
    show(new TestSchedule.Inherited());
  }

  /** Shows that schedule as chosen. */
  public void show(TestSchedule schedule) {
    if (schedule instanceof TestSchedule.Every every) {
      hours.setText(String.valueOf(every.hours()));
    }
    choice.setValue(ScheduleChoice.of(schedule));
  }

  /** Says where it would be inherited from: the group above, of all groups. */
  public void setAbove(Optional<GroupId> group, Collection<Group> all) {
    Map<GroupId, Group> byId = new HashMap<>();
    all.forEach(g -> byId.put(g.id(), g));
    above = group;
    groups = byId;
    explain();
  }

  /** What is chosen; a number of hours that cannot be is taken as the nearest that can. */
  public TestSchedule value() {
    return Optional.ofNullable(choice.getValue())
        .flatMap(ScheduleChoice::schedule)
        .orElseGet(() -> new TestSchedule.Every(hours()));
  }

  private int hours() {
    int typed = hours.getText().isEmpty() ? PROPOSED_HOURS : Integer.parseInt(hours.getText());
    return Math.clamp(typed, 1, TestSchedule.MOST_HOURS);
  }

  private void explain() {
    if (choice.getValue() == null) {
      return;
    }
    TestSchedule.InForce inForce = TestSchedule.inForce(value(), above, groups);
    help.setText(
        switch (value()) {
          case TestSchedule.Inherited inherited ->
              inForce
                  .from()
                  .map(g -> tr("“{0}” says: {1}.", g.name(), ScheduleText.of(inForce.schedule())))
                  .orElse(tr("No group says so: it is tested when you ask for it."));
          case TestSchedule.Never never -> tr("Tested only when you ask for it.");
          case TestSchedule.Every every ->
              tr("Tested {0} while the vault is unlocked.", ScheduleText.every(every.hours()));
        });
  }
}
