package io.keyarbor.app;

import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.journal.ErrorCode;
import java.util.Optional;

/**
 * Ends an app that cannot start: it would go on unseen, and take what later starts ask for.
 *
 * @param instance where later starts tell what they want; empty if they cannot
 */
record StartUp(Optional<SingleInstance> instance) {
  private static final int FAILED = 1;

  /** Does a step of the start; if that fails, says so and ends the app. */
  void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      instance.ifPresent(SingleInstance::close);
      System.err.println(
          "Keyarbor cannot start. Try it again; if it happens again, report it with this code,"
              + " which holds nothing of your vault: "
              + ErrorCode.of(e));
      end();
    }
  }

  /** Ends the app as one that failed. */
  void end() {
    // On its own thread: what runs at the end may wait for the JavaFX thread.
    Thread.ofPlatform().name("keyarbor-end").start(() -> System.exit(FAILED));
  }
}
