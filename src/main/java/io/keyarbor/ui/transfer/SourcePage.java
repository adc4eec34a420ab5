package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.ImportFormat.Needs;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** First page of an import: the file, its format, and what it needs to be read. */
final class SourcePage {
  private final Workspace work;
  private final Formats formats;
  private final Runnable changed;
  private final ColumnsPane columns;
  private final Parent view;
  private Optional<Path> file = Optional.empty();
  private Optional<Path> keyFile = Optional.empty();

  @FXML private Label fileName;
  @FXML private Button choose;
  @FXML private ComboBox<ImportFormat> format;
  @FXML private Label formatHint;
  @FXML private Node passwordRow;
  @FXML private Label passwordLabel;
  @FXML private SecretField password;
  @FXML private Node keyFileRow;
  @FXML private Label keyFileName;
  @FXML private Button dropKeyFile;
  @FXML private VBox columnsPlace;
  @FXML private Notice notice;

  /**
   * The page.
   *
   * @param changed called when the answers are others
   */
  SourcePage(Workspace work, Formats formats, Runnable changed) {
    this.work = work;
    this.formats = formats;
    this.changed = changed;
    columns = new ColumnsPane(work);
    view = Fxml.load(this);
  }

  /** A file and how to read it. Closing it wipes the password. */
  record Question(ImportFormat format, Path file, Options options) implements AutoCloseable {
    Reading read() throws TransferException {
      return format.read(file, options);
    }

    @Override
    public void close() {
      options.password().ifPresent(Secret::close);
    }
  }

  @FXML
  void initialize() {
    format.getItems().setAll(formats.imports());
    format.setConverter(new Titles());
    format.valueProperty().subscribe(this::lookAt);
    password.secretLengthProperty().subscribe((before, now) -> changed.run());
    columnsPlace.getChildren().add(columns);
    showFile();
    showKeyFile();
  }

  Parent view() {
    return view;
  }

  void begin() {
    choose.requestFocus();
  }

  void wipe() {
    password.wipe();
  }

  /** The file could not be read with these answers. */
  void failed(boolean isWrongPassword) {
    if (isWrongPassword) {
      password.requestFocus();
      password.selectAll();
    }
  }

  boolean isReady() {
    boolean locked = passwordRow.isVisible() && password.secretLengthProperty().get() == 0;
    return file.isPresent()
        && format.getValue() != null
        && (!locked || (keyFileRow.isVisible() && keyFile.isPresent()));
  }

  /** The answers; closed by the caller. */
  Question question() {
    boolean asks = passwordRow.isVisible() && password.secretLengthProperty().get() > 0;
    return new Question(
        format.getValue(),
        file.orElseThrow(),
        new Options(
            asks ? Optional.of(password.secret()) : Optional.empty(),
            keyFileRow.isVisible() ? keyFile : Optional.empty(),
            columns.mapping(),
            columns.service().map(ServiceTemplate::serviceType)));
  }

  @FXML
  void choose() {
    work.files().open(tr("Choose the file to import"), file).ifPresent(this::take);
  }

  /** Looks at the file that is to be imported. */
  void take(Path chosen) {
    file = Optional.of(chosen);
    password.wipe();
    showFile();
    notice.hide();
    work.background()
        .run(
            () -> formats.of(chosen),
            found -> recognised(Optional.of(found)),
            failure -> {
              recognised(Optional.empty());
              if (!(failure instanceof TransferException)) {
                notice.show(ErrorText.of(failure).message());
              }
            });
  }

  private void recognised(Optional<ImportFormat> found) {
    formatHint.setText(
        found.isPresent()
            ? tr("Recognised by a look at the file. Choose another one if that is wrong.")
            : tr("It is not clear what this file is. Say which program wrote it."));
    format.setValue(found.orElse(null));
    lookAt(found.orElse(null));
  }

  private void showFile() {
    fileName.setText(file.map(Path::toString).orElse(tr("None chosen yet.")));
    boolean known = file.isPresent();
    format.setDisable(!known);
    formatHint.setVisible(known);
    formatHint.setManaged(known);
  }

  /** What the file needs is known after a look at its start. */
  private void lookAt(ImportFormat chosen) {
    notice.hide();
    if (chosen == null || file.isEmpty()) {
      show(Needs.NOTHING);
      columns.hide();
      changed.run();
      return;
    }
    Path path = file.get();
    work.background()
        .run(
            () -> chosen.needs(path),
            this::show,
            failure -> {
              show(Needs.NOTHING);
              notice.show(ErrorText.of(failure).message());
            });
    columns.lookAt(chosen, path);
  }

  private void show(Needs needs) {
    boolean asks = needs != Needs.NOTHING;
    passwordRow.setVisible(asks);
    passwordRow.setManaged(asks);
    boolean keys = needs == Needs.PASSWORD_OR_KEY_FILE;
    keyFileRow.setVisible(keys);
    keyFileRow.setManaged(keys);
    passwordLabel.setText(
        keys ? tr("Password of the file, if it has one") : tr("Password of the file"));
    if (asks && passwordRow.getScene() != null) {
      password.requestFocus();
    }
    changed.run();
  }

  @FXML
  void chooseKeyFile() {
    keyFile = work.files().open(tr("Choose the key file"), keyFile).or(() -> keyFile);
    showKeyFile();
  }

  @FXML
  void dropKeyFile() {
    keyFile = Optional.empty();
    showKeyFile();
  }

  private void showKeyFile() {
    keyFileName.setText(keyFile.map(Path::toString).orElse(tr("None.")));
    dropKeyFile.setVisible(keyFile.isPresent());
    dropKeyFile.setManaged(keyFile.isPresent());
    changed.run();
  }

  private static final class Titles extends StringConverter<ImportFormat> {
    @Override
    public String toString(ImportFormat format) {
      return format == null ? "" : retold(format.title());
    }

    @Override
    public ImportFormat fromString(String title) {
      throw new UnsupportedOperationException("the choice is not editable");
    }
  }
}
