package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.templates.OwnTemplates.ChangedMeanwhile;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * One template as text, with its faults while it is typed, and what it makes beside it. For the
 * JavaFX thread.
 */
public final class TemplateEditor {
  private static final Duration REST = Duration.millis(250);
  private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

  private final Workspace work;
  private final OwnTemplates own;
  private final Draft draft;
  private final FormPreview preview;
  private final TemplateCheck check = new TemplateCheck();
  private final CodeArea code = new CodeArea();
  private final PauseTransition rest = new PauseTransition(REST);
  private Optional<Path> file;
  private Optional<String> saved;
  private Optional<Running> checking = Optional.empty();
  private Optional<Handle> handle = Optional.empty();

  @FXML private TextField name;
  @FXML private Label nameFault;
  @FXML private SplitPane split;
  @FXML private VBox text;
  @FXML private Label state;
  @FXML private ListView<Finding> findings;
  @FXML private Button close;
  @FXML private Button save;

  /**
   * What is edited.
   *
   * @param title of the dialog
   * @param file where it lies; empty for a new one, and for one that is only looked at
   * @param name proposed for the file
   * @param readOnly whether it is only looked at
   */
  record Draft(String title, Optional<Path> file, String name, String text, boolean readOnly) {}

  TemplateEditor(Workspace work, OwnTemplates own, FormPreview preview, Draft draft) {
    this.work = work;
    this.own = own;
    this.preview = preview;
    this.draft = draft;
    this.file = draft.file();
    this.saved = draft.file().map(path -> draft.text());
  }

  /** Opens the dialog. */
  void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets()
        .add(
            Objects.requireNonNull(TemplateEditor.class.getResource("templates.css"))
                .toExternalForm());
    view.setId("editor");
    KeyMap.note(view, List.of(SAVE));
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            event.consume();
            save();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    // However the dialog goes away, what was typed into the form is forgotten.
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            rest.stop();
            checking.ifPresent(Running::cancel);
            preview.wipe();
          }
        });
    handle = Optional.of(work.dialogs().show(view, draft.title(), this::close));
    code.area().requestFocus();
    code.area().positionCaret(0);
  }

  @FXML
  void initialize() {
    VBox.setVgrow(code, Priority.ALWAYS);
    text.getChildren().addFirst(code);
    split.getItems().add(preview);
    split.setDividerPositions(0.62);
    name.setText(draft.name());
    name.setEditable(!draft.readOnly());
    name.textProperty().subscribe((before, now) -> tellName(""));
    code.area().setText(draft.text());
    code.area().setEditable(!draft.readOnly());
    code.area().setAccessibleText(tr("Text of the template"));
    save.setVisible(!draft.readOnly());
    save.setManaged(!draft.readOnly());
    rest.setOnFinished(event -> check());
    code.area().textProperty().subscribe((before, now) -> rest.playFromStart());
    findings.setCellFactory(FindingCell::new);
    findings.setOnMouseClicked(event -> goToChosen());
    KeyMap.note(findings, "Enter");
    findings.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        event.consume();
        goToChosen();
      }
    });
    tellName("");
    check();
  }

  private void goToChosen() {
    Finding chosen = findings.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.line() > 0) {
      code.go(chosen.line());
    }
  }

  /** Checks what is typed, off this thread; only the newest text counts. */
  private void check() {
    checking.ifPresent(Running::cancel);
    String now = code.area().getText();
    checking =
        Optional.of(
            work.background()
                .run(
                    () -> check.check(name.getText(), now),
                    result -> tell(result, now),
                    work.dialogs()::error));
  }

  private void tell(TemplateCheck.Result result, String checked) {
    List<Finding> found = Finding.of(result, checked);
    code.mark(found);
    findings.getItems().setAll(found);
    findings.setVisible(!found.isEmpty());
    findings.setManaged(!found.isEmpty());
    long faults = found.stream().filter(Finding::fatal).count();
    state.getStyleClass().setAll("label", faults > 0 ? "state-fault" : "state-good");
    state.setText(
        faults > 0
            ? count(
                faults,
                "{0} fault: the template is left out until it is mended",
                "{0} faults: the template is left out until they are mended")
            : found.isEmpty()
                ? tr("No fault")
                : count(
                    found.size(),
                    "Can be used; {0} thing to look at",
                    "Can be used; {0} things to look at"));
    preview.show(result.template());
    if (draft.file().isEmpty() && !draft.readOnly() && name.getText().equals(draft.name())) {
      result.template().ifPresent(t -> name.setPromptText(t.serviceType() + ".json"));
    }
  }

  @FXML
  void save() {
    if (draft.readOnly()) {
      return;
    }
    String wanted = name.getText().isBlank() ? name.getPromptText() : name.getText().strip();
    Optional<String> fault = OwnTemplates.nameFault(wanted);
    if (fault.isPresent()) {
      tellName(fault.get());
      name.requestFocus();
      return;
    }
    name.setText(wanted);
    write(wanted, code.area().getText(), false);
  }

  private void write(String wanted, String written, boolean anyway) {
    Optional<Path> opened = file;
    String before = saved.orElse("");
    work.background()
        .run(
            () -> own.save(opened, before, wanted, written, anyway),
            to -> saved(to, written),
            failure -> failed(failure, wanted, written));
  }

  private void saved(Path to, String written) {
    file = Optional.of(to);
    saved = Optional.of(written);
    close.setText(tr("Close"));
    work.catalogue().refresh();
    work.dialogs().toast(tr("Saved {0}.", to.getFileName()), Optional.empty());
  }

  private void failed(Throwable failure, String wanted, String written) {
    switch (failure) {
      case ChangedMeanwhile changed ->
          work.dialogs()
              .confirm(
                  new Question(
                      tr("Overwrite it?"),
                      changed.getMessage() + " " + tr("What is there now would be lost."),
                      tr("Overwrite"),
                      true),
                  () -> write(wanted, written, true));
      case OwnTemplates.Refused refused -> tellName(refused.getMessage());
      case IOException refused ->
          tellName(tr("It could not be saved. Check the folder's permissions and free space."));
      default -> work.dialogs().error(failure);
    }
  }

  private void tellName(String message) {
    nameFault.setText(message);
    nameFault.setVisible(!message.isEmpty());
    nameFault.setManaged(!message.isEmpty());
  }

  @FXML
  void close() {
    boolean unsaved =
        !draft.readOnly() && !code.area().getText().equals(saved.orElse(draft.text()));
    if (unsaved) {
      work.dialogs()
          .confirm(
              new Question(
                  tr("Discard your changes?"),
                  tr("What you wrote is not saved."),
                  tr("Discard"),
                  true),
              () -> handle.ifPresent(Handle::close));
    } else {
      handle.ifPresent(Handle::close);
    }
  }
}
