package io.keyarbor.ui.detail;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * An attached file: its name and size. It leaves the vault only into a file that a person names.
 */
final class AttachmentLine extends VBox {
  private static final int LONGEST_NAME = 100;

  private final Workspace work;
  private final CredentialId id;
  private final DetailModel.Line line;
  private final Label size = new Label("Attached file");

  AttachmentLine(Workspace work, CredentialId id, DetailModel.Line line) {
    this.work = work;
    this.id = id;
    this.line = line;
    getStyleClass().add("detail-line");
    size.getStyleClass().add("detail-label");
    Label name = new Label(line.label());
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save = new Button("Save as…");
    save.getStyleClass().add("small");
    save.setMinWidth(USE_PREF_SIZE);
    save.setAccessibleText("Save the attached file " + line.label());
    save.setOnAction(e -> save());
    HBox row = new HBox(name, save);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(size, row);
    work.background().run(this::length, this::showSize, work.dialogs()::error);
  }

  private Optional<Integer> length() {
    return content()
        .map(secret -> {
          try (secret) {
            return secret.length();
          }
        });
  }

  private Optional<Secret> content() {
    return work.session().credentials().secret(id, line.name());
  }

  private void showSize(Optional<Integer> bytes) {
    bytes.ifPresent(count -> size.setText("Attached file, " + sizeText(count)));
  }

  /** Of 1536, {@code 1.5 KiB}. */
  static String sizeText(int bytes) {
    return bytes < 1024
        ? bytes + (bytes == 1 ? " byte" : " bytes")
        : String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
  }

  private void save() {
    work.files()
        .save("Save " + line.label(), Path.of(fileName(line.label())))
        .ifPresent(this::save);
  }

  private void save(Path file) {
    work.background()
        .run(
            () -> write(file),
            written ->
                work.dialogs()
                    .toast(
                        "Saved as " + written + ". Only you may read it, and it is not encrypted.",
                        Optional.empty()),
            work.dialogs()::error);
  }

  private Path write(Path file) {
    try (Secret secret = content().orElseThrow(() -> new VaultException.Refused("It is gone."))) {
      return secret.<Path, IOException>use(bytes -> {
        PrivateFile.write(file, bytes);
        return file;
      });
    } catch (IOException e) {
      throw new VaultException.Refused(
          file + " could not be written. Check the folder, or choose another one.");
    }
  }

  /** A name without a path in it, whatever a foreign file called its attachment. */
  static String fileName(String label) {
    String plain =
        label.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").replaceFirst("^[. ]+", "").strip();
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return name.isEmpty() ? "attachment" : name;
  }
}
