package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import java.util.Objects;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/**
 * A search field into which nothing is pasted, for what a person pastes may be a secret: its owner
 * is told instead.
 */
public final class PasteAware extends TextField {
  private Runnable onPaste = () -> {};

  /** An empty field. */
  public PasteAware() {
    MenuItem paste = new MenuItem(tr("Paste a key"));
    paste.setOnAction(event -> paste());
    MenuItem clear = new MenuItem(tr("Clear"));
    clear.setOnAction(event -> clear());
    setContextMenu(new ContextMenu(paste, clear));
  }

  /** What to do in place of pasting. */
  void onPaste(Runnable action) {
    onPaste = Objects.requireNonNull(action);
  }

  /** Tells the owner; the text stays as it is. */
  @Override
  public void paste() {
    onPaste.run();
  }
}
