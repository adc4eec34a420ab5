package io.keyarbor.ui.work;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a name and does something with it; what is wrong with a name is said in place. */
public final class NamePrompt {
  private final Workspace work;
  private final String what;

  /**
   * A prompt.
   *
   * @param what is named, e.g. {@code group}; the id of the field is made of it
   */
  public NamePrompt(Workspace work, String what) {
    this.work = work;
    this.what = what;
  }

  /**
   * Asks.
   *
   * @param before the name that is there when the dialog opens
   * @param verb what the button says
   * @param deed done off the JavaFX thread with the name that was typed
   * @param done told the result on the JavaFX thread
   */
  public <T> void ask(
      String title, String before, String verb, Function<String, T> deed, Consumer<T> done) {
    TextField name = new TextField(before);
    name.setId(what + "-name");
    Label label = new Label(tr("Name"));
    label.setLabelFor(name);
    VBox field = new VBox(label, name);
    field.getStyleClass().add("field");
    Notice notice = new Notice();
    Button ok = new Button(verb);
    ok.getStyleClass().add("accent");
    ok.setDefaultButton(true);
    ok.disableProperty().bind(name.textProperty().map(String::isBlank));
    Button cancel = new Button(tr("Cancel"));
    HBox buttons = new HBox(cancel, ok);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(field, notice, buttons);
    content.getStyleClass().add("dialog-message");
    Handle[] handle = new Handle[1];
    handle[0] = work.dialogs().show(content, title, () -> handle[0].close());
    cancel.setOnAction(e -> handle[0].close());
    ok.setOnAction(e ->
        work.background()
            .run(
                () -> deed.apply(name.getText().strip()),
                result -> {
                  handle[0].close();
                  done.accept(result);
                },
                failure -> notice.show(ErrorText.of(failure).message())));
    name.selectAll();
  }
}
