package io.keyarbor.app;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.platform.Display;
import io.keyarbor.platform.instance.Wish;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Window;

/**
 * Run by the build: makes a vault, locks and unlocks it in the desktop app, as a person would, so
 * that the virtual machine sees which classes that needs.
 */
public final class DesktopRehearsal {
  private static final String PASSWORD = "for the rehearsal only";

  private static final List<String> CARD =
      List.of("com/sun/prism/es2", "com/sun/scenario/effect/impl/es2");

  private DesktopRehearsal() {}

  /** Entry point. The environment names a home of its own. */
  public static void main(String[] args) {
    if (Display.whyNot().isEmpty()) {
      Main.main(args);
    } else {
      DesktopApp.start(Optional.empty(), Wish.RAISE);
    }
    try {
      meetGraphicsCard();
      play(new Person());
      FxThread.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    } catch (AssertionError | IllegalStateException e) {
      System.err.println(e.getMessage());
      Runtime.getRuntime().exit(1);
    }
    Runtime.getRuntime().exit(0);
  }

  /** The build draws by software; who has a graphics card needs these classes in their place. */
  private static void meetGraphicsCard() {
    for (String part : CARD) {
      Path folder = Path.of(URI.create("jrt:/javafx.graphics/" + part));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          String name = file.getFileName().toString().replace(".class", "");
          // Not initialized, for that would ask for the card.
          Class.forName(part.replace('/', '.') + "." + name, false, Window.class.getClassLoader());
        }
      } catch (IOException | ReflectiveOperationException e) {
        throw new IllegalStateException("The graphics card's classes cannot be loaded.", e);
      }
    }
  }

  private static void play(Person person) {
    person.click("Create a vault");
    person.fill("Master password", PASSWORD);
    person.fill("Master password again", PASSWORD);
    person.click("Create vault");
    person.click("Skip the tour");
    person.seeGone("Skip the tour");
    person.press("Ctrl+L");
    person.fill("Master password", PASSWORD);
    person.click("Unlock");
    person.see("Test all");
    person.press("Ctrl+L");
    person.see("Master password");
  }
}
