package io.keyarbor.ui.wizard;

import javafx.scene.Parent;

/** One part of a page of the wizard. */
interface Step {
  /** What is shown. */
  Parent view();

  /** It is on the screen now: the place to move the focus. */
  default void entered() {}

  /** Names what is to be mended at its place; true if nothing is. */
  default boolean check() {
    return true;
  }

  /** Whether the person typed something that would be lost. */
  default boolean isChanged() {
    return false;
  }

  /** Zeroes its secrets and ends what it has under way. */
  default void wipe() {}
}
