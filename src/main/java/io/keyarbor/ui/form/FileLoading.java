package io.keyarbor.ui.form;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.control.TextFile;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Lets a person load a field's content from a file instead of pasting it. The file is read off the
 * JavaFX thread; the credential keeps the content, not the path.
 *
 * @param failed told the field and why its file could not be loaded
 */
record FileLoading(FileChoice files, Background background, BiConsumer<FieldSpec, String> failed) {
  /** The control {@code input} with a button that fills it. */
  Node beside(Control input, FieldSpec field, Consumer<Secret> fill) {
    Button load = new Button("Load file…");
    load.setMnemonicParsing(false);
    load.setMinWidth(Control.USE_PREF_SIZE);
    load.setAccessibleText("Load " + field.label() + " from a file");
    load.setOnAction(event -> choose(field, fill));
    HBox.setHgrow(input, Priority.ALWAYS);
    input.setMaxWidth(Double.MAX_VALUE);
    HBox box = new HBox(input, load);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("with-button");
    return box;
  }

  private void choose(FieldSpec field, Consumer<Secret> fill) {
    Optional<Path> chosen = files.open("Choose the file for " + field.label(), Optional.empty());
    chosen.ifPresent(path ->
        background.run(
            () -> TextFile.read(path, SecretField.MAX_LENGTH),
            content -> {
              try (content) {
                failed.accept(field, "");
                fill.accept(content);
              }
            },
            failure -> failed.accept(field, failure.getMessage())));
  }
}
