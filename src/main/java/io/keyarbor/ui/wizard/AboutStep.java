package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.profiles.ProfileChoice;
import io.keyarbor.ui.schedule.SchedulePicker;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.vault.Group;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Third page: name, group, tags, expiry, notes, and how often it is tested by itself. */
public final class AboutStep implements Step {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final List<Group> known;
  private final Clock clock;
  private final Parent view;
  private final Optional<ProfileChoice> profiles;
  private About start;

  @FXML private TextField name;
  @FXML private Label nameFault;
  @FXML private ComboBox<GroupChoice> group;
  @FXML private TextField newGroup;
  @FXML private TextField tags;
  @FXML private CheckBox favourite;
  @FXML private DatePicker expires;
  @FXML private Label expiresHelp;
  @FXML private TextArea notes;
  @FXML private SchedulePicker schedule;
  @FXML private VBox profilesRow;

  /**
   * Shows {@code start}.
   *
   * @param profiles to choose from, for a new credential
   */
  AboutStep(About start, List<Group> known, Clock clock, Optional<ProfileChoice> profiles) {
    this.profiles = profiles;
    this.start = start;
    this.known = known;
    this.clock = clock;
    this.view = Fxml.load(this);
  }

  @FXML
  void initialize() {
    group.getItems().setAll(GroupChoice.of(known));
    group
        .valueProperty()
        .subscribe(choice -> {
          newGroup.setVisible(choice != null && choice.isNew());
          newGroup.setManaged(newGroup.isVisible());
          schedule.setAbove(choice == null ? Optional.empty() : choice.id(), known);
        });
    expires.setConverter(new IsoDate(expires::getValue));
    name.textProperty().subscribe(text -> showNameFault(""));
    expires.valueProperty().subscribe(this::tellExpiry);
    profiles.ifPresent(profilesRow.getChildren()::add);
    profilesRow.setVisible(profiles.isPresent());
    profilesRow.setManaged(profiles.isPresent());
    show(start);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void entered() {
    name.requestFocus();
    name.selectAll();
  }

  @Override
  public boolean check() {
    if (name.getText().isBlank()) {
      showNameFault(tr("Give it a name."));
      name.requestFocus();
      return false;
    }
    return profiles.flatMap(ProfileChoice::fault).isEmpty();
  }

  @Override
  public boolean isChanged() {
    return !about().equals(start);
  }

  /** What is entered. */
  About about() {
    GroupChoice choice = group.getValue() == null ? GroupChoice.NONE : group.getValue();
    return new About(
        name.getText().strip(),
        choice.id(),
        choice.isNew() ? newGroup.getText().strip() : "",
        TagText.parse(tags.getText()),
        favourite.isSelected(),
        notes.getText().strip(),
        Optional.ofNullable(expires.getValue()),
        schedule.value());
  }

  /** Proposes a name until the person gave one. */
  void proposeName(String proposal) {
    if (name.getText().equals(start.name())) {
      start = start.withName(proposal);
      name.setText(proposal);
    }
  }

  /** Takes over when the service says that the secret ends, unless the person gave a date. */
  void proposeExpiry(Optional<Verdict> verdict) {
    Optional<LocalDate> told = verdict.flatMap(v -> ExpiryDate.of(v.expiry(), clock.getZone()));
    if (told.isPresent() && start.expires().equals(Optional.ofNullable(expires.getValue()))) {
      start = start.withExpiry(told);
      expires.setValue(told.get());
    }
  }

  /** Names a fault of the name at its field; empty words take it away. */
  void showNameFault(String message) {
    nameFault.setText(message);
    nameFault.setVisible(!message.isEmpty());
    nameFault.setManaged(!message.isEmpty());
    name.pseudoClassStateChanged(DANGER, !message.isEmpty());
    if (!message.isEmpty()) {
      name.requestFocus();
    }
  }

  private void show(About about) {
    name.setText(about.name());
    group.setValue(
        group.getItems().stream()
            .filter(choice -> !choice.isNew() && choice.id().equals(about.group()))
            .findFirst()
            .orElse(GroupChoice.NONE));
    tags.setText(TagText.format(about.tags()));
    favourite.setSelected(about.favourite());
    notes.setText(about.notes());
    expires.setValue(about.expires().orElse(null));
    schedule.show(about.schedule());
  }

  private void tellExpiry(LocalDate date) {
    long days = date == null ? 0 : ChronoUnit.DAYS.between(LocalDate.now(clock), date);
    expiresHelp.setText(
        date == null
            ? tr("The last day on which the secret works, if you know it.")
            : days < 0
                ? tr("That day is past.")
                : days == 0 ? tr("That is today.") : count(days, "Tomorrow.", "In {0} days."));
  }
}
