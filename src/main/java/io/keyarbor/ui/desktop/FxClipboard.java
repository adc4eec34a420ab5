package io.keyarbor.ui.desktop;

import io.keyarbor.platform.ClipboardAccess;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/** The clipboard by JavaFX. For the JavaFX thread only. */
public final class FxClipboard implements ClipboardAccess {
  @Override
  public void putSecret(char[] text) {
    ClipboardContent content = new ClipboardContent();
    // JavaFX takes nothing but a String; the system's clipboard holds the text anyway.
    content.putString(new String(text));
    SECRET_MARKS.forEach(mark -> content.put(format(mark.format()), mark.value()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public Optional<char[]> text() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).map(String::toCharArray);
  }

  @Override
  public void clear() {
    Clipboard.getSystemClipboard().clear();
  }

  /** A format may be made once only in a process. */
  private static DataFormat format(String name) {
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }
}
