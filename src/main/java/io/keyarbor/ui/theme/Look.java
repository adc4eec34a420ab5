package io.keyarbor.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.control.ControlSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Dresses the app's window: AtlantaFX as the base, one style sheet of ours on top, one of two sets
 * of colour tokens, the bundled fonts, and the font scale, from which every size follows. For the
 * JavaFX thread only.
 */
public final class Look {
  /** Size of text at font scale 1, in pixels. */
  public static final double BASE_SIZE = 13;

  private static final List<String> FONTS =
      List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

  private final Scene scene;
  private final InvalidationListener recolour = property -> apply(this.settings);
  private Settings settings;

  /** Dresses {@code scene} and keeps it dressed when the system turns dark or light. */
  public Look(Scene scene, Settings settings) {
    this.scene = scene;
    FONTS.forEach(Look::loadFont);
    // Weak, or the system would keep every window that was ever shown.
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakInvalidationListener(recolour));
    apply(settings);
  }

  private static void loadFont(String name) {
    try (InputStream in = Look.class.getResourceAsStream("/fonts/" + name)) {
      Font.loadFont(in, BASE_SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException("broken font " + name, e);
    }
  }

  /** Takes over theme and font scale from the settings. */
  public void apply(Settings next) {
    settings = next;
    boolean dark = isDark(next.theme());
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            sheet(dark ? "dark" : "light"),
            sheet("keyarbor"),
            ControlSheet.url(),
            iconSizes(next.fontScale()));
    scene.getRoot().setStyle("-fx-font-size: " + BASE_SIZE * next.fontScale() + "px;");
  }

  private static boolean isDark(Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** Icons know whole pixels only, so their sizes cannot be given in {@code em}. */
  private static String iconSizes(double scale) {
    String sheet =
        rule(".ikonli-font-icon", 17 * scale)
            + rule(".ikonli-font-icon.verdict-icon", 15 * scale)
            + rule(".finding > .ikonli-font-icon", 16 * scale)
            + rule(".done .ikonli-font-icon", 20 * scale)
            + rule(".ikonli-font-icon.door-icon", 22 * scale)
            + rule(".ikonli-font-icon.empty-icon", 44 * scale);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
  }

  private static String rule(String selector, double size) {
    return selector + " { -fx-icon-size: " + Math.round(size) + "px; }\n";
  }

  private static String sheet(String name) {
    return Look.class.getResource(name + ".css").toExternalForm();
  }
}
