package io.keyarbor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A terminal that does not show what is typed, until it is closed or the process is told to end.
 */
final class Echo implements AutoCloseable {
  private final Path device;
  private final String before;
  private final Thread whenKilled = new Thread(this::restore);

  private Echo(Path device, String before) {
    this.device = device;
    this.before = before;
    Runtime.getRuntime().addShutdownHook(whenKilled);
  }

  /** Switches it off; empty if that cannot be done. */
  static Optional<Echo> off(Path device) {
    Optional<Echo> echo = stty(device, "-g").map(state -> new Echo(device, state.strip()));
    if (echo.isPresent() && stty(device, "-echo").isEmpty()) {
      echo.get().close();
      return Optional.empty();
    }
    return echo;
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(whenKilled);
    } catch (IllegalStateException e) {
      // The process ends, and the hook is what restores.
    }
  }

  private void restore() {
    stty(device, before);
  }

  /** What {@code stty} prints; empty if it failed. */
  private static Optional<String> stty(Path device, String argument) {
    try {
      Process stty =
          new ProcessBuilder("stty", argument)
              .redirectInput(device.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
