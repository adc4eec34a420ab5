package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.NamePrompt;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.Session.Subscription;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The profiles, and the environment variables of the one that is chosen. */
public final class ProfilesController {
  private final Workspace work;
  private final Variables variables;
  private final ProfileDeeds deeds;
  private Optional<ProfileId> wanted = Optional.empty();
  private Optional<Handle> handle = Optional.empty();

  @FXML private ListView<Profile> list;
  @FXML private Pane chosenPane;
  @FXML private Pane empty;
  @FXML private Label name;
  @FXML private Label description;
  @FXML private Label command;
  @FXML private ListView<Variable> lines;

  /** Over the vault of {@code work}. */
  public ProfilesController(Workspace work) {
    this.work = work;
    variables = new Variables(work.catalogue());
    deeds = new ProfileDeeds(work);
  }

  /** The style sheet of these windows. */
  static String sheet() {
    return Objects.requireNonNull(ProfilesController.class.getResource("profiles.css"))
        .toExternalForm();
  }

  /** Opens the window. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets().add(sheet());
    Subscription changes = work.session().onChange(() -> Platform.runLater(this::reload));
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            changes.close();
          }
        });
    // Lists keep Escape for themselves.
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    handle = Optional.of(work.dialogs().show(view, tr("Profiles"), this::close));
    list.requestFocus();
  }

  @FXML
  void initialize() {
    list.setCellFactory(view -> new ProfileCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    lines.setCellFactory(
        view -> new VariableCell(work, variables, this::changeVariable, this::remove));
    KeyMap.note(lines, "Enter", "Delete");
    lines.setOnKeyPressed(event -> {
      Variable variable = lines.getSelectionModel().getSelectedItem();
      if (variable != null && event.getCode() == KeyCode.DELETE) {
        event.consume();
        remove(variable);
      } else if (variable != null && event.getCode() == KeyCode.ENTER) {
        event.consume();
        changeVariable(variable);
      }
    });
    reload();
  }

  private Profiles profiles() {
    return work.session().profiles();
  }

  private void reload() {
    if (work.session().isLocked()) {
      return;
    }
    Optional<ProfileId> stay = wanted.or(() -> chosen().map(Profile::id));
    List<Profile> all =
        profiles().all().stream()
            .sorted(Comparator.comparing(Profile::name, NameOrder.ofPeople()))
            .toList();
    list.getItems().setAll(all);
    empty.setVisible(all.isEmpty());
    stay.flatMap(id -> all.stream().filter(p -> p.id().equals(id)).findFirst())
        .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    wanted = Optional.empty();
    show(list.getSelectionModel().getSelectedItem());
  }

  private Optional<Profile> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void show(Profile profile) {
    chosenPane.setVisible(profile != null);
    if (profile == null) {
      lines.getItems().clear();
      return;
    }
    name.setText(profile.name());
    description.setText(profile.description());
    description.setVisible(!profile.description().isBlank());
    description.setManaged(description.isVisible());
    command.setText(Variables.command(profile) + "…");
    Variable before = lines.getSelectionModel().getSelectedItem();
    lines.getItems().setAll(profile.variables());
    lines.getSelectionModel().select(before);
  }

  @FXML
  void create() {
    prompt()
        .ask(
            tr("New profile"),
            "",
            tr("Create"),
            typed -> profiles().add(typed, ""),
            made -> {
              wanted = Optional.of(made.id());
              reload();
            });
  }

  @FXML
  void rename() {
    chosen()
        .ifPresent(profile ->
            prompt()
                .ask(
                    tr("Rename profile"),
                    profile.name(),
                    tr("Rename"),
                    typed -> deeds.change(profile, now -> now.withName(typed, now.description())),
                    made -> deeds.undoable(tr("Renamed to “{0}”", made.after().name()), made)));
  }

  private NamePrompt prompt() {
    return new NamePrompt(work, "profile");
  }

  @FXML
  void delete() {
    chosen().ifPresent(profile -> deeds.delete(profile, this::backAgain));
  }

  private void backAgain(Profile profile) {
    wanted = Optional.of(profile.id());
    reload();
  }

  @FXML
  void copyCommand() {
    chosen()
        .ifPresent(profile -> {
          work.copying().plain(Variables.command(profile));
          work.dialogs()
              .toast(tr("Copied. Put your own command after the two dashes."), Optional.empty());
        });
  }

  @FXML
  void addCredentials() {
    CredentialPicker picker = new CredentialPicker(work, SelectionMode.MULTIPLE);
    Button add = new Button(tr("Add variables"));
    add.getStyleClass().add("accent");
    add.setDefaultButton(true);
    Button cancel = new Button(tr("Cancel"));
    picker.onChoice(() -> add.setDisable(picker.chosen().isEmpty()));
    Label hint = new Label(tr("Adds the variables that each service's own tools read."));
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    HBox buttons = new HBox(cancel, add);
    buttons.getStyleClass().add("dialog-buttons");
    VBox content = new VBox(hint, picker, buttons);
    content.getStyleClass().addAll("dialog-message", "pick-dialog");
    content.getStylesheets().add(sheet());
    Handle[] box = new Handle[1];
    box[0] = work.dialogs().show(content, tr("Add credentials"), () -> box[0].close());
    cancel.setOnAction(e -> box[0].close());
    add.setOnAction(e -> {
      List<Credential> picked = picker.chosen();
      box[0].close();
      chosen().ifPresent(profile -> add(profile, picked));
    });
    picker.begin();
  }

  private void add(Profile profile, List<Credential> picked) {
    List<Variable> more = picked.stream().flatMap(c -> variables.usual(c).stream()).toList();
    deeds.change(
        profile,
        now -> Variables.add(now, more).profile(),
        made -> {
          Variables.Addition addition = Variables.add(made.before(), more);
          if (addition.added().isEmpty()) {
            work.dialogs().toast(words(addition), Optional.empty());
          } else {
            deeds.undoable(words(addition), made);
          }
        });
  }

  /** What was added, and what was not because its name was taken. */
  static String words(Variables.Addition addition) {
    List<String> added = addition.added();
    String said =
        switch (added.size()) {
          case 0 ->
              addition.taken().isEmpty()
                  ? tr("Nothing added: all of it is there already.")
                  : tr("Nothing added.");
          case 1 -> tr("Added {0}.", added.getFirst());
          default -> count(added.size(), "Added {0} variable.", "Added {0} variables.");
        };
    return addition.taken().isEmpty()
        ? said
        : said
            + " "
            + tr("Taken already, and left as before: {0}.", String.join(", ", addition.taken()));
  }

  @FXML
  void addVariable() {
    chosen().ifPresent(profile -> new VariableDialog(work, profile, Optional.empty()).open());
  }

  private void changeVariable(Variable variable) {
    chosen().ifPresent(p -> new VariableDialog(work, p, Optional.of(variable)).open());
  }

  private void remove(Variable variable) {
    chosen()
        .ifPresent(profile ->
            deeds.change(
                profile,
                now -> Variables.without(now, variable),
                made -> deeds.undoable(tr("Removed {0}", variable.name()), made)));
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }

  /** A profile in the list, with how many variables it has. */
  private static final class ProfileCell extends ListCell<Profile> {
    ProfileCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Profile profile, boolean none) {
      super.updateItem(profile, none);
      setText(null);
      setGraphic(none || profile == null ? null : line(profile));
    }

    private static HBox line(Profile profile) {
      Label title = new Label(profile.name());
      title.setMinWidth(0);
      Label count = new Label(String.valueOf(profile.variables().size()));
      count.getStyleClass().add("group-size");
      count.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(title, count);
      line.getStyleClass().add("variable");
      return line;
    }
  }
}
