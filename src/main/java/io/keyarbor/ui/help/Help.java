package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.PageOpener;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Help in a window: F1 for where the person is, Ctrl+/ for the keys. For the JavaFX thread. */
public final class Help {
  private static final KeyCombination KEYS =
      new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN);

  private final Scene scene;
  private final Dialogs dialogs;
  private final PageOpener pages;
  private Optional<Handle> shown = Optional.empty();

  /** Listens to the keys of {@code scene}. */
  public Help(Scene scene, Dialogs dialogs, PageOpener pages) {
    this.scene = scene;
    this.dialogs = dialogs;
    this.pages = pages;
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      event.consume();
      open();
    } else if (KEYS.match(event)) {
      event.consume();
      keys();
    }
  }

  /** Shows help for where the focus is. */
  public void open() {
    Topic topic = Topic.at(scene.getFocusOwner(), scene.getRoot());
    once(() -> new HelpWindow().open(dialogs, topic, this::keys, this::guide));
  }

  /** Shows the keyboard map. */
  public void keys() {
    once(() -> new KeyMapWindow().open(dialogs));
  }

  /** Opens the user guide. */
  public void guide() {
    guide(Topic.START);
  }

  private void guide(String anchor) {
    Optional<Path> file = GuideFile.find();
    try {
      if (file.isPresent()) {
        pages.openDocument(file.get(), anchor);
        return;
      }
    } catch (IOException e) {
      dialogs.toast(
          tr("No program could be opened for it. The user guide is {0}", file.get()),
          Optional.empty());
      return;
    }
    dialogs.toast(tr("The user guide was not installed with this program."), Optional.empty());
  }

  /** At most one help window at a time. */
  private void once(Supplier<Handle> next) {
    shown.ifPresent(Handle::close);
    shown = Optional.of(next.get());
  }
}
