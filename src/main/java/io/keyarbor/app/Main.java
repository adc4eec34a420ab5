package io.keyarbor.app;

import io.keyarbor.platform.Display;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import io.keyarbor.platform.socket.PrivateSocket.Unusable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Starts Keyarbor: the desktop app, or where no window can be shown, the tour. If the app runs
 * already, it is told what is asked for, and this process ends.
 *
 * <p>Arguments: those of {@link Wish}; or {@code --demo} starts with the demo, {@code --tour} plays
 * the tour although a window could be shown. The system property {@code keyarbor.tour} names the
 * folder for the tour's pictures; without it there is no tour.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  /** Entry point. Exits with 0 if all went well. */
  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    if (arguments.contains("--tour")) {
      noWindow("As asked:");
    } else if (arguments.contains("--demo")) {
      Display.whyNot().ifPresentOrElse(Main::noWindow, DesktopApp::startDemo);
    } else {
      desktop(wish(arguments));
    }
  }

  private static Wish wish(List<String> arguments) {
    try {
      return Wish.of(arguments, Path.of(""));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      throw new IllegalStateException(e);
    }
  }

  /** Asks the app that runs before anything of a window is loaded: a second start is quick. */
  private static void desktop(Wish wish) {
    // Beside, as both take their time: one looks for libraries, the other for a running app.
    FutureTask<Optional<String>> display = new FutureTask<>(Display::whyNot);
    Thread.ofPlatform().daemon().name("keyarbor-display").start(display);
    Optional<SingleInstance> instance = Optional.empty();
    try {
      instance = SingleInstance.claim(Folders.ofThisSystem(), wish);
      if (instance.isEmpty()) {
        System.exit(0);
      }
    } catch (SingleInstance.Silent e) {
      System.err.println(e.getMessage());
      if (Display.whyNot().isPresent()) {
        System.exit(FAILED);
      }
      RefusedStart.show(e.getMessage());
      return;
    } catch (Unusable e) {
      // The person has their window all the same.
      System.err.println(e.getMessage());
    }
    Optional<String> why = Later.of(display);
    if (why.isPresent()) {
      instance.ifPresent(SingleInstance::close);
      noWindow(why.get());
    } else {
      DesktopApp.start(instance, wish);
    }
  }

  private static void noWindow(String why) {
    Optional<Path> pictures =
        Optional.ofNullable(System.getProperty("keyarbor.tour")).map(Path::of);
    if (pictures.isEmpty()) {
      System.err.println(why + " Keyarbor cannot start.");
      System.exit(FAILED);
      return;
    }
    System.out.println(
        why + " Playing the tour without a window; pictures go to " + pictures.get() + ".");
    System.exit(TourApp.play(pictures.get()) ? 0 : FAILED);
  }
}
