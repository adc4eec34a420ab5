package io.keyarbor.app;

import io.keyarbor.platform.Display;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts Keyarbor: the desktop app, or where no window can be shown, the tour.
 *
 * <p>Arguments: {@code --demo} starts with the demo, {@code --tour} plays the tour although a
 * window could be shown. The system property {@code keyarbor.tour} names the folder for the tour's
 * pictures; without it there is no tour.
 */
public final class Main {
  private Main() {}

  /** Entry point. Exits with 0 if all went well, with 1 if not. */
  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    Optional<String> noWindow = Display.whyNot();
    Optional<Path> pictures =
        Optional.ofNullable(System.getProperty("keyarbor.tour")).map(Path::of);
    if (noWindow.isEmpty() && !arguments.contains("--tour")) {
      DesktopApp.start(arguments.contains("--demo"));
    } else if (pictures.isPresent()) {
      String why = noWindow.orElse("As asked:");
      System.out.println(
          why + " Playing the tour without a window; pictures go to " + pictures.get() + ".");
      System.exit(TourApp.play(pictures.get()) ? 0 : 1);
    } else {
      System.err.println(
          noWindow.orElse("No folder for the tour's pictures is named.")
              + " Keyarbor cannot start.");
      System.exit(1);
    }
  }
}
