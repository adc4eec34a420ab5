package io.keyarbor.ui.help;

import io.keyarbor.settings.Settings;
import java.util.List;
import java.util.Locale;
import javafx.stage.Screen;

/**
 * What somebody who helps needs to know of this computer: nothing of the person, no path, no name.
 */
final class SystemFacts {
  private SystemFacts() {}

  /** The facts, a line each, in English whatever the person's language. */
  static String text(String version, int services, Settings settings) {
    Screen screen = Screen.getPrimary();
    return String.join(
        "\n",
        List.of(
            "Keyarbor " + (version.isEmpty() ? "(not packaged)" : version),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
            "JavaFX " + System.getProperty("javafx.runtime.version"),
            "System "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"),
            "Language " + Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag(),
            "Screen "
                + (int) screen.getBounds().getWidth()
                + " × "
                + (int) screen.getBounds().getHeight()
                + " at "
                + screen.getOutputScaleX(),
            "Theme " + settings.theme() + ", font scale " + settings.fontScale(),
            "Services " + services));
  }
}
