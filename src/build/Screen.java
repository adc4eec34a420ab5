import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A screen of the build's own, so that no window appears on a person's. */
final class Screen implements AutoCloseable {
  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Opens one, or none where the X server without a monitor, Xvfb, is not installed. */
  static Optional<Screen> open() {
    ProcessBuilder builder =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1400x900x24",
                "-noreset",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process server = builder.start();
      String number =
          new BufferedReader(
                  new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return Optional.ofNullable(number).map(n -> new Screen(server, ":" + n));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
