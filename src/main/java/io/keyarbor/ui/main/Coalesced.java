package io.keyarbor.ui.main;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something soon and once, however often it is asked for meanwhile. */
final class Coalesced {
  private final PauseTransition pause;
  private boolean waiting;

  Coalesced(Duration delay, Runnable action) {
    pause = new PauseTransition(delay);
    pause.setOnFinished(e -> {
      waiting = false;
      action.run();
    });
  }

  void request() {
    if (!waiting) {
      waiting = true;
      pause.playFromStart();
    }
  }

  void stop() {
    pause.stop();
    waiting = false;
  }
}
