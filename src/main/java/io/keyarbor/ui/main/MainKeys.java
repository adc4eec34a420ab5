package io.keyarbor.ui.main;

import io.keyarbor.ui.help.KeyMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys and what they do, within one part of the window. */
final class MainKeys {
  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

  /**
   * Adds a key, e.g. {@code Shortcut+N}.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  MainKeys on(String keys, Runnable action) {
    if (!(KeyCombination.valueOf(keys) instanceof KeyCodeCombination key)) {
      throw new IllegalArgumentException("no key is called " + keys);
    }
    actions.put(key, action);
    return this;
  }

  /** Listens to what is pressed in {@code node}, before its controls do. */
  void in(Node node) {
    KeyMap.note(node, actions.keySet());
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            actions.forEach((keys, action) -> {
              if (!event.isConsumed() && keys.match(event)) {
                event.consume();
                action.run();
              }
            }));
  }
}
