package io.keyarbor.platform.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Has logind wait with sleeping, by {@code systemd-inhibit}: its lock is a file descriptor, which
 * Java's sockets cannot receive. The lock goes when this process ends, however it ends, because
 * then nothing is left to read for {@code cat}.
 */
final class SleepDelay {
  private static final List<String> COMMAND =
      List.of(
          "systemd-inhibit",
          "--what=sleep",
          "--mode=delay",
          "--who=Keyarbor",
          "--why=Lock the vault",
          "cat");

  private SleepDelay() {}

  /** A delay that is held until it is closed; closing twice does nothing. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** Holds one, where the system has that. */
  static Held hold() {
    return hold(COMMAND);
  }

  static Held hold(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      OutputStream input = process.getOutputStream();
      return () -> {
        try {
          input.close();
        } catch (IOException e) {
          process.destroy();
        }
      };
    } catch (IOException e) {
      // No systemd: the vault locks while the computer falls asleep, as fast as it can.
      return () -> {};
    }
  }
}
