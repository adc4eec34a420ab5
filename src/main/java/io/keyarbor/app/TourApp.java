package io.keyarbor.app;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.demo.tour.Tour;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.TemporaryFolder;
import io.keyarbor.platform.instance.Wish;
import io.keyarbor.settings.Presence;
import io.keyarbor.settings.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Window;

/** The desktop app without a window of the system, played by the tour. */
final class TourApp {
  private TourApp() {}

  /**
   * Plays the tour in throw-away folders.
   *
   * @return whether the app did all that the tour asked of it; if not, the cause is printed
   */
  static boolean play(Path pictures) {
    // JavaFX reads these when it starts. The headless platform needs no display and no GTK.
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    // The tour finds what it clicks by its English words, whatever the system speaks.
    Locale.setDefault(Locale.US);
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        play(theme, pictures);
      }
      return true;
    } catch (IOException | AssertionError | RuntimeException failure) {
      System.err.println("The tour failed: " + failure.getMessage());
      return false;
    }
  }

  private static void play(Theme theme, Path pictures) throws IOException {
    try (TemporaryFolder home = TemporaryFolder.create("tour")) {
      Folders folders =
          new Folders(
              home.path().resolve("data"),
              home.path().resolve("config"),
              home.path().resolve("state"),
              Optional.empty());
      Wiring wiring = new Wiring(folders);
      // Nobody sits there to be told anything.
      Presence alone = Presence.DEFAULTS.withTray(false).withNotifications(false);
      wiring.settings().change(s -> s.withTheme(theme).withPresence(alone));
      FxThread.run(() -> new Windows(wiring).showMain(new StartUp(Optional.empty()), Wish.RAISE));
      new Tour(new Person(), pictures, theme.name().toLowerCase(Locale.ROOT)).play();
      FxThread.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
  }
}
