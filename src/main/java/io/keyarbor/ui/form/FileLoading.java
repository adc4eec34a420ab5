package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.control.TextFile;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Lets a person load a field's content from a file instead of pasting it. The file is read off the
 * JavaFX thread; the credential keeps the content, not the path.
 */
record FileLoading(FileChoice files, Background background) {
  /**
   * The control {@code input} with a button that fills it.
   *
   * @param label what a person calls the field
   * @param failed told why a file could not be loaded; empty words once one was
   */
  Node beside(
      Control input, Supplier<String> label, Consumer<Secret> fill, Consumer<String> failed) {
    Button load = new Button(tr("Load file…"));
    load.setMnemonicParsing(false);
    load.setMinWidth(Control.USE_PREF_SIZE);
    load.setAccessibleText(tr("Load {0} from a file", label.get()));
    load.setOnAction(event -> choose(label.get(), fill, failed));
    HBox.setHgrow(input, Priority.ALWAYS);
    input.setMaxWidth(Double.MAX_VALUE);
    HBox box = new HBox(input, load);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("with-button");
    return box;
  }

  private void choose(String label, Consumer<Secret> fill, Consumer<String> failed) {
    Optional<Path> chosen = files.open(tr("Choose the file for {0}", label), Optional.empty());
    chosen.ifPresent(path ->
        background.run(
            () -> TextFile.read(path, SecretField.MAX_LENGTH),
            content -> {
              try (content) {
                failed.accept("");
                fill.accept(content);
              }
            },
            failure -> failed.accept(failure.getMessage())));
  }
}
