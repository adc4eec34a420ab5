package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.profiles.Variables.Offer;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Makes or changes one variable of a profile: its credential, what it takes, its name. */
final class VariableDialog {
  private final Workspace work;
  private final Profile profile;
  private final Optional<Variable> before;
  private final Variables variables;
  private final ProfileDeeds deeds;
  private final CredentialPicker picker;
  private String proposed = "";
  private Optional<Handle> handle = Optional.empty();

  @FXML private VBox pickerPlace;
  @FXML private ComboBox<Offer> takes;
  @FXML private TextField name;
  @FXML private Label nameFault;
  @FXML private Notice notice;
  @FXML private Button save;

  /**
   * The dialog.
   *
   * @param before the variable to change; empty for a new one
   */
  VariableDialog(Workspace work, Profile profile, Optional<Variable> before) {
    this.work = work;
    this.profile = profile;
    this.before = before;
    variables = new Variables(work.catalogue());
    deeds = new ProfileDeeds(work);
    picker = new CredentialPicker(work, SelectionMode.SINGLE);
  }

  void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets().add(ProfilesController.sheet());
    String title = before.map(v -> tr("Change {0}", v.name())).orElse(tr("New variable"));
    handle = Optional.of(work.dialogs().show(view, title, this::close));
    before.ifPresentOrElse(v -> name.requestFocus(), picker::begin);
  }

  @FXML
  void initialize() {
    VBox.setVgrow(picker, Priority.ALWAYS);
    pickerPlace.getChildren().add(picker);
    takes.setConverter(new Labels());
    picker.onChoice(this::showOffers);
    takes.valueProperty().subscribe(this::propose);
    name.textProperty().subscribe(text -> check());
    save.setText(before.isPresent() ? tr("Save") : tr("Add variable"));
    before.ifPresent(this::show);
    notice.hide();
    check();
  }

  private void show(Variable variable) {
    work.session()
        .credentials()
        .find(variable.credential())
        .filter(c -> c.trashed().isEmpty())
        .ifPresent(picker::choose);
    takes.getItems().stream()
        .filter(offer -> offer.value().equals(variable.value()))
        .findFirst()
        .ifPresent(takes::setValue);
    name.setText(variable.name());
  }

  private Optional<Credential> credential() {
    return picker.chosen().stream().findFirst();
  }

  private void showOffers() {
    List<Offer> offers = credential().map(variables::offers).orElse(List.of());
    if (!takes.getItems().equals(offers)) {
      takes.getItems().setAll(offers);
      takes.getSelectionModel().selectFirst();
    }
    takes.setDisable(offers.isEmpty());
    check();
  }

  /** Proposes a name until the person gave one. */
  private void propose(Offer offer) {
    if (offer != null && name.getText().equals(proposed)) {
      proposed = offer.name();
      name.setText(proposed);
    }
    check();
  }

  private void check() {
    String typed = name.getText().strip();
    String fault = typed.isEmpty() ? "" : fault(typed);
    nameFault.setText(fault);
    nameFault.setVisible(!fault.isEmpty());
    nameFault.setManaged(!fault.isEmpty());
    save.setDisable(
        typed.isEmpty() || !fault.isEmpty() || credential().isEmpty() || takes.getValue() == null);
  }

  private String fault(String typed) {
    if (!Profile.isVariableName(typed)) {
      return tr("Use letters, digits and _, and no digit first.");
    }
    boolean taken =
        profile.variables().stream()
            .anyMatch(v -> v.name().equals(typed) && !before.equals(Optional.of(v)));
    return taken ? tr("The profile has a variable {0} already.", typed) : "";
  }

  @FXML
  void save() {
    Variable next =
        new Variable(
            name.getText().strip(), credential().orElseThrow().id(), takes.getValue().value());
    work.background()
        .run(
            () -> deeds.change(profile, now -> changed(now, next)),
            made -> {
              close();
              say(made, next.name());
            },
            failure -> notice.show(ErrorText.of(failure).message()));
  }

  private void say(ProfileDeeds.Change made, String changed) {
    if (!made.after().equals(made.before())) {
      deeds.undoable(
          before.isPresent() ? tr("{0} changed", changed) : tr("Added {0}.", changed), made);
    }
  }

  private Profile changed(Profile now, Variable next) {
    return before
        .filter(now.variables()::contains)
        .map(old -> Variables.replace(now, old, next))
        .orElseGet(() -> Variables.add(now, List.of(next)).profile());
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }

  private static final class Labels extends StringConverter<Offer> {
    @Override
    public String toString(Offer offer) {
      return offer == null ? "" : offer.label();
    }

    @Override
    public Offer fromString(String label) {
      throw new UnsupportedOperationException("the choice is not editable");
    }
  }
}
