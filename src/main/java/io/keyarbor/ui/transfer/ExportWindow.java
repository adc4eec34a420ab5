package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.Folders;
import io.keyarbor.transfer.Drafts;
import io.keyarbor.transfer.ExportFile;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.ui.control.PasswordEstimator;
import io.keyarbor.ui.control.PasswordEstimator.Estimate;
import io.keyarbor.ui.control.PasswordStrength;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/**
 * Writes credentials to a file: which, in what format, sealed by which password. A file that is not
 * encrypted is written only after the person said that they know.
 */
public final class ExportWindow {
  private final Workspace work;
  private final List<ExportFormat> formats;
  private final List<ExportScope> scopes;
  private final PasswordEstimator estimator = new PasswordEstimator();
  private Optional<Running> estimating = Optional.empty();
  private Optional<Handle> handle = Optional.empty();

  @FXML private StackPane place;
  @FXML private Pane form;
  @FXML private ComboBox<ExportScope> scope;
  @FXML private ComboBox<ExportFormat> format;
  @FXML private Node sealed;
  @FXML private SecretField password;
  @FXML private SecretField again;
  @FXML private PasswordStrength strength;
  @FXML private Node plain;
  @FXML private Label plainWords;
  @FXML private CheckBox understood;
  @FXML private Notice notice;
  @FXML private Pane progress;
  @FXML private Button cancel;
  @FXML private Button export;

  /**
   * Out of the vault of {@code work}.
   *
   * @param chosen what is selected in the list
   */
  public ExportWindow(Workspace work, List<ExportFormat> formats, List<Credential> chosen) {
    this.work = work;
    this.formats = formats;
    scopes = ExportScope.of(work.session(), chosen);
  }

  /** Opens the window. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets().add(ImportWindow.sheet());
    handle = Optional.of(work.dialogs().show(view, tr("Export"), this::close));
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            wipe();
          }
        });
    scope.requestFocus();
  }

  @FXML
  void initialize() {
    scope.getItems().setAll(scopes);
    scope.setValue(scopes.getFirst());
    format.getItems().setAll(formats);
    format.setConverter(new Titles());
    format.setValue(formats.getFirst());
    scope.valueProperty().subscribe(s -> changed());
    format.valueProperty().subscribe(f -> changed());
    password.secretLengthProperty().subscribe(this::estimate);
    again.secretLengthProperty().subscribe(this::changed);
    understood.selectedProperty().subscribe(u -> changed());
    busy(false);
  }

  private void changed() {
    boolean isPlain = format.getValue().isPlaintext();
    show(plain, isPlain);
    show(sealed, !isPlain);
    plainWords.setText(
        count(
            scope.getValue().credentials().size(),
            "The file will not be encrypted. Whoever can read it, a backup of it or a deleted copy,"
                + " has the secret in it. Delete it when it has served.",
            "The file will not be encrypted. Whoever can read it, a backup of it or a deleted copy,"
                + " has the secrets of all {0} credentials in it. Delete it when it has served."));
    export.setDisable(
        isPlain ? !understood.isSelected() : password.secretLengthProperty().get() == 0);
    notice.hide();
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void estimate() {
    changed();
    estimating.ifPresent(Running::cancel);
    estimating = Optional.empty();
    if (password.secretLengthProperty().get() == 0) {
      strength.clear();
      return;
    }
    Secret typed = password.secret();
    estimating =
        Optional.of(
            work.background().run(() -> weigh(typed), strength::show, failure -> strength.clear()));
  }

  private Estimate weigh(Secret typed) {
    try (typed) {
      return estimator.estimate(typed);
    }
  }

  @FXML
  void export() {
    Optional<String> fault = scope.getValue().fault().or(this::passwordFault);
    if (fault.isPresent()) {
      notice.show(fault.get());
      return;
    }
    Path proposal =
        Folders.home(System.getenv()).resolve("keyarbor-export." + format.getValue().extension());
    work.files().save(tr("Where to export to"), proposal).ifPresent(this::askAndWrite);
  }

  private Optional<String> passwordFault() {
    if (format.getValue().isPlaintext()) {
      return Optional.empty();
    }
    try (Secret first = password.secret();
        Secret second = again.secret()) {
      return first.sameAs(second)
          ? Optional.empty()
          : Optional.of(tr("The two passwords are not the same. Type them again."));
    }
  }

  private void askAndWrite(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      write(file, false);
      return;
    }
    work.dialogs()
        .confirm(
            new Question(
                tr("Replace {0}?", file.getFileName()),
                tr("There is already a file at {0}. What is in it will be lost.", file),
                tr("Replace"),
                true),
            () -> write(file, true));
  }

  private void write(Path file, boolean replace) {
    ExportFormat chosen = format.getValue();
    List<Credential> credentials = scope.getValue().credentials();
    Optional<Secret> seal =
        chosen.isPlaintext() ? Optional.empty() : Optional.of(password.secret());
    busy(true);
    work.background()
        .run(
            () -> {
              try (Drafts drafts = Drafts.of(work.session(), credentials)) {
                return ExportFile.write(chosen, drafts.all(), seal, file, replace);
              } finally {
                seal.ifPresent(Secret::close);
              }
            },
            told -> done(chosen, credentials.size(), file, told),
            failure -> failed(failure, file));
  }

  private void done(ExportFormat written, int count, Path file, List<Skipped> told) {
    wipe();
    busy(false);
    cancel.setVisible(false);
    export.setText(tr("Close"));
    export.setDisable(false);
    export.setOnAction(e -> close());
    place.getChildren().setAll(new ExportedPage(written, count, file, told));
    export.requestFocus();
    work.dialogs().finished(count(count, "Exported {0} credential.", "Exported {0} credentials."));
  }

  private void failed(Throwable failure, Path file) {
    busy(false);
    notice.show(
        failure instanceof IOException
            ? tr("{0} could not be written. Check the folder and the space on its disk.", file)
            : ErrorText.of(failure).message());
    if (failure instanceof VaultException.Locked) {
      close();
    }
  }

  private void busy(boolean busy) {
    form.setDisable(busy);
    show(progress, busy);
    cancel.setDisable(busy);
    if (busy) {
      export.setDisable(true);
    } else {
      changed();
    }
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
    wipe();
  }

  private void wipe() {
    password.wipe();
    again.wipe();
  }

  private static final class Titles extends StringConverter<ExportFormat> {
    @Override
    public String toString(ExportFormat format) {
      if (format == null) {
        return "";
      }
      String title = retold(format.title());
      return format.isPlaintext() ? tr("{0} (not encrypted)", title) : title;
    }

    @Override
    public ExportFormat fromString(String title) {
      throw new UnsupportedOperationException("the choice is not editable");
    }
  }
}
