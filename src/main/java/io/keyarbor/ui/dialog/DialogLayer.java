package io.keyarbor.ui.dialog;

import static io.keyarbor.language.Texts.tr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * {@link Dialogs} as layers over a window's content. Ctrl+Z takes back what was done last; while a
 * dialog is open, only what was done in it.
 */
public final class DialogLayer implements Dialogs {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final StackPane root;
  private final Consumer<String> copy;
  private final Toasts toasts = new Toasts();
  private Consumer<String> elsewhere = message -> {};
  private final UndoStack undo = new UndoStack(this::error);
  private final Deque<Open> open = new ArrayDeque<>();
  private Consumer<Throwable> unforeseen = failure -> {};

  /**
   * Works above what {@code root} holds.
   *
   * @param root of a scene
   * @param copy puts text that is no secret on the clipboard
   */
  public DialogLayer(StackPane root, Consumer<String> copy) {
    this.root = root;
    this.copy = copy;
    root.getChildren().add(toasts);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (UNDO.match(e)) {
            undo.takeNewest(open.isEmpty() ? 0 : open.peek().before);
            e.consume();
          }
        });
  }

  /** Tells {@code listener} of each failure that was not foreseen. */
  public void onUnforeseen(Consumer<Throwable> listener) {
    unforeseen = listener;
  }

  /** Tells by {@code way} what is done to who looks elsewhere. */
  public void onFinished(Consumer<String> way) {
    elsewhere = way;
  }

  /** Puts {@code content} under all dialogs and toasts, in place of what was there. */
  public void setContent(Node content) {
    root.getChildren().setAll(content, toasts);
  }

  /** The dialogs that are open, the topmost first. */
  public List<Handle> open() {
    return List.copyOf(open);
  }

  /** Takes down every dialog and toast without asking. */
  public void closeAll() {
    while (!open.isEmpty()) {
      open.peek().close();
    }
    toasts.clear();
  }

  /** Forgets all ways back; for when the vault locks. */
  public void forget() {
    undo.clear();
  }

  @Override
  public Handle show(Region content, String title, Runnable onCloseRequest) {
    Open dialog = new Open(new DialogBox(content, title, onCloseRequest));
    dialog.open();
    return dialog;
  }

  private final class Open implements Handle {
    private final DialogBox box;
    private final long before = undo.last();
    private FocusTrap trap;

    Open(DialogBox box) {
      this.box = box;
    }

    void open() {
      open.stream().findFirst().ifPresent(below -> below.trap.setActive(false));
      root.getChildren().add(root.getChildren().indexOf(toasts), box);
      // What scrolls takes its content into the scene only when it is dressed.
      box.applyCss();
      trap = new FocusTrap(root.getScene(), box);
      open.push(this);
      toasts.keepClear(true);
    }

    @Override
    public void close() {
      if (open.remove(this)) {
        root.getChildren().remove(box);
        trap.release();
        open.stream().findFirst().ifPresent(below -> below.trap.setActive(true));
        toasts.keepClear(!open.isEmpty());
      }
    }
  }

  @Override
  public void confirm(Question question, Runnable yes) {
    Button go = button(question.yes(), question.destructive() ? "danger" : "accent");
    Button cancel = button(tr("Cancel"));
    go.setDefaultButton(!question.destructive());
    cancel.setCancelButton(true);
    VBox content = message(question.text(), cancel, go);
    Handle[] handle = new Handle[1];
    handle[0] = show(content, question.title(), () -> handle[0].close());
    cancel.setOnAction(e -> handle[0].close());
    go.setOnAction(e -> {
      handle[0].close();
      yes.run();
    });
    (question.destructive() ? cancel : go).requestFocus();
  }

  @Override
  public void toast(String message, Optional<Action> way) {
    toasts.show(message, way);
  }

  @Override
  public void undoable(String message, Back back) {
    UndoStack.Step[] step = new UndoStack.Step[1];
    Action way = new Action(tr("Undo"), () -> undo.take(step[0]));
    Runnable hide = toasts.show(message, Optional.of(way));
    step[0] =
        undo.push(failed -> {
          hide.run();
          back.go(failed);
        });
  }

  @Override
  public void finished(String message) {
    elsewhere.accept(message);
  }

  @Override
  public void error(Throwable failure) {
    ErrorText text = ErrorText.of(failure);
    Button close = button(tr("Close"), "accent");
    close.setDefaultButton(true);
    VBox content = message(text.message(), close);
    text.code().ifPresent(code -> unforeseen.accept(failure));
    text.code().ifPresent(code -> content.getChildren().add(1, codeLine(code)));
    Handle[] handle = new Handle[1];
    handle[0] = show(content, text.title(), () -> handle[0].close());
    close.setOnAction(e -> handle[0].close());
    close.requestFocus();
  }

  private HBox codeLine(String code) {
    Label label = new Label(code);
    label.getStyleClass().add("mono");
    Button button = button(tr("Copy the code"));
    button.setOnAction(e -> copy.accept(code));
    HBox line = new HBox(label, button);
    line.getStyleClass().add("error-code");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Button button(String label, String... styles) {
    Button button = new Button(label);
    button.getStyleClass().addAll(styles);
    return button;
  }

  private static VBox message(String text, Button... buttons) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("dialog-text");
    HBox row = new HBox(buttons);
    row.getStyleClass().add("dialog-buttons");
    row.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(words, row);
    content.getStyleClass().add("dialog-message");
    return content;
  }
}
