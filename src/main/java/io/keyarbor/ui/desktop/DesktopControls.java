package io.keyarbor.ui.desktop;

import javafx.stage.Stage;

/** What companions can do with the window. For the JavaFX thread only. */
public interface DesktopControls {
  /** Brings the window to the front, wherever it was. */
  void raise();

  /** Opens the quick palette, above whatever is on the screen; unlocks first if need be. */
  void quick();

  /** Tells the person something that is done, in the window and wherever else they may look. */
  void say(String words);

  /** Takes the window away; the app goes on. Whoever calls this knows a way back to it. */
  void hide();

  /** Locks the vault. */
  void lock();

  /** Ends the app, with the vault locked. */
  void quit();

  /** The window itself. */
  Stage stage();
}
