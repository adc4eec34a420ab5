package io.keyarbor.demo.tour;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Key events as a keyboard would cause them, for any character. For the JavaFX thread. */
final class Keyboard {
  private Keyboard() {}

  /** Presses, types and releases one character. */
  static void typed(Scene scene, int codePoint) {
    String character = Character.toString(codePoint);
    KeyCode code = KeyCode.getKeyCode(character.toUpperCase(Locale.ROOT));
    KeyCode pressed = code == null ? KeyCode.UNDEFINED : code;
    fire(scene, key(KeyEvent.KEY_PRESSED, "", pressed, false, false, false, false));
    fire(scene, key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, false, false, false, false));
    fire(scene, key(KeyEvent.KEY_RELEASED, "", pressed, false, false, false, false));
  }

  /** One half of a press of {@code keys}. */
  static void fire(Scene scene, EventType<KeyEvent> type, Keys keys) {
    Set<String> held = keys.modifiers();
    fire(
        scene,
        key(
            type,
            "",
            keys.code(),
            held.contains("Shift"),
            held.contains("Ctrl"),
            held.contains("Alt"),
            held.contains("Meta")));
  }

  /** A key and what is held with it. */
  record Keys(Set<String> modifiers, KeyCode code) {
    /** Of {@code Ctrl+Shift+K}, {@code Enter} or {@code Escape}. */
    static Keys of(String written) {
      List<String> parts = List.of(written.split("\\+", -1));
      String name = parts.getLast();
      KeyCode known = KeyCode.getKeyCode(name);
      KeyCode code = known == null ? KeyCode.valueOf(name.toUpperCase(Locale.ROOT)) : known;
      return new Keys(Set.copyOf(parts.subList(0, parts.size() - 1)), code);
    }
  }

  private static KeyEvent key(
      EventType<KeyEvent> type,
      String character,
      KeyCode code,
      boolean shift,
      boolean control,
      boolean alt,
      boolean meta) {
    return new KeyEvent(type, character, "", code, shift, control, alt, meta);
  }

  private static void fire(Scene scene, KeyEvent event) {
    EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    Event.fireEvent(target, event);
  }
}
