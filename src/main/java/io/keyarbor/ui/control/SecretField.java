package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.SecretBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;

/**
 * A text field for a secret that keeps no {@code String} of it: the characters live in a {@link
 * SecretBuffer}, and everything JavaFX sees is bullets. It cannot be copied from, dragged from,
 * undone or read aloud.
 *
 * <p>Line breaks of a pasted value are kept, so a PEM key survives. A value longer than {@value
 * #EACH_SHOWN} characters is shown as one block: an edit at its end adds to it, any other edit
 * replaces it. Whoever uses a field calls {@link #wipe()} when its window closes.
 */
public final class SecretField extends TextField {
  /** Most characters a secret may have. */
  public static final int MAX_LENGTH = 1 << 20;

  private static final int EACH_SHOWN = 2048;
  private static final int BLOCK = 40;

  private final SecretBuffer buffer = new SecretBuffer();
  private final ReadOnlyIntegerWrapper secretLength = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean following;

  /** An empty field. */
  public SecretField() {
    getStyleClass().addAll("secret-field", "password-field");
    setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    textProperty().addListener((property, before, shown) -> adopt(shown));
    addEventFilter(MouseEvent.DRAG_DETECTED, MouseEvent::consume);
    setContextMenu(
        new ContextMenu(
            item(tr("Paste"), this::paste),
            item(tr("Select all"), this::selectAll),
            item(tr("Clear"), this::wipe)));
  }

  /** A copy of the content, for the caller to close. */
  public Secret secret() {
    return buffer.toSecret();
  }

  /** Takes over a copy of {@code secret}'s text; one that is too long is refused as in typing. */
  public void setSecret(Secret secret) {
    secret.useChars(chars -> {
      edit(0, getLength(), chars);
      return null;
    });
  }

  /** Zeroes the content; the field is empty then. */
  public void wipe() {
    buffer.wipe();
    problem.set("");
    follow(0);
  }

  /**
   * Replaces the content by that of a text file.
   *
   * @throws IOException with a message for a person, if it cannot be read, is larger than {@value
   *     #MAX_LENGTH} bytes, or is not text; the content stays as it was
   */
  public void load(Path file) throws IOException {
    try (Secret secret = TextFile.read(file, MAX_LENGTH)) {
      setSecret(secret);
    }
  }

  /** Length of the content in UTF-16 units. */
  public ReadOnlyIntegerProperty secretLengthProperty() {
    return secretLength.getReadOnlyProperty();
  }

  /** Why the last edit was refused, in words for a person; empty if it was not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void replaceText(int start, int end, String text) {
    char[] chars = withoutLastLineBreak(text.toCharArray());
    try {
      edit(start, end, chars);
    } finally {
      Arrays.fill(chars, '\0');
    }
  }

  /** Does nothing: a secret is not copied from here. */
  @Override
  public void copy() {}

  /** Does nothing: a secret is not copied from here. */
  @Override
  public void cut() {}

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? null
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** Says nothing about the content. */
  @Override
  public String toString() {
    return "SecretField";
  }

  private void edit(int start, int end, char[] chars) {
    int from = start;
    int to = end;
    if (buffer.length() > EACH_SHOWN) {
      from = start < getLength() ? 0 : buffer.length();
      to = buffer.length();
    } else {
      to = splitsPair(to) ? to + 1 : to;
      from = start == end ? to : splitsPair(from) ? from - 1 : from;
    }
    if (buffer.length() - (to - from) + chars.length > MAX_LENGTH) {
      problem.set(
          tr(
              "This is too long: a secret may have {0} characters at most.",
              NumberFormat.getIntegerInstance().format(MAX_LENGTH)));
      return;
    }
    problem.set("");
    buffer.replace(from, to, chars);
    follow(from + chars.length);
  }

  /** Bullets are one for each unit, so an edit could fall into the middle of a surrogate pair. */
  private boolean splitsPair(int at) {
    return at > 0
        && at < buffer.length()
        && Character.isSurrogatePair(buffer.charAt(at - 1), buffer.charAt(at));
  }

  /** Setting the text, unlike editing it, also empties the list of what could be undone. */
  private void follow(int caret) {
    following = true;
    int shown = buffer.length() > EACH_SHOWN ? BLOCK : buffer.length();
    setText("•".repeat(shown));
    positionCaret(Math.min(caret, shown));
    following = false;
    secretLength.set(buffer.length());
  }

  /** Text that came another way than by an edit, e.g. {@code clear()} or assistive technology. */
  private void adopt(String shown) {
    if (!following) {
      char[] chars = shown == null ? new char[0] : shown.toCharArray();
      buffer.wipe();
      edit(0, 0, chars);
      Arrays.fill(chars, '\0');
    }
  }

  /** A copied key often brings the end of its line along; only many lines need theirs. */
  private static char[] withoutLastLineBreak(char[] chars) {
    int end = chars.length;
    while (end > 0 && (chars[end - 1] == '\n' || chars[end - 1] == '\r')) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (chars[i] == '\n') {
        return chars;
      }
    }
    char[] line = Arrays.copyOf(chars, end);
    Arrays.fill(chars, '\0');
    return line;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
