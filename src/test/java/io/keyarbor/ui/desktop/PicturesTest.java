package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a picture of every window, to be looked at, in {@code target/pictures}. */
class PicturesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void everyWindowCanBeLookedAt(Theme theme, double scale) throws Exception {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale;
    try (DesktopStage app = new DesktopStage(folder)) {
      app.settings.change(s -> s.withTheme(theme).withFontScale(scale));
      app.open();
      app.photograph("welcome" + suffix);
      app.person.click("Create a vault");
      app.person.click("#password");
      app.person.type("three words");
      app.person.click("#create");
      app.photograph("create" + suffix);
    }
    Files.delete(folder.resolve("Personal.keyarbor"));
    try (DesktopStage app = new DesktopStage(folder)) {
      app.settings.change(s -> s.withTheme(theme).withFontScale(scale));
      app.locked();
      app.person.see("Master password");
      app.person.type("wrong");
      app.person.press("Enter");
      app.person.see(".notice");
      app.photograph("unlock" + suffix);
      app.person.press("Ctrl+A");
      app.person.type(DesktopStage.PASSWORD);
      app.person.press("Enter");
      app.person.see("#search");
      app.photograph("main" + suffix);
      find(app, "Proxmox Production");
      app.photograph("detail" + suffix);
      find(app, "Grafana Operations");
      app.photograph("certificate" + suffix);
      app.person.fill("#search", "nothing like this");
      app.photograph("no-hits" + suffix);
      app.person.press("Esc");
      app.person.press("Ctrl+N");
      app.photograph("wizard" + suffix);
      app.person.press("Esc");
      app.person.press("Ctrl+Comma");
      app.photograph("settings" + suffix);
      app.person.press("Esc");
      find(app, "Proxmox Lab");
      app.person.press("Delete");
      app.person.see("Undo");
      app.photograph("toast" + suffix);
      app.person.click("#shelf-trash");
      app.photograph("trash" + suffix);
      app.person.click("Empty the trash…");
      app.photograph("confirm" + suffix);
      app.person.press("Esc");
      app.person.click("#more");
      app.photograph("menu" + suffix);
      app.person.click("Change master password…");
      app.photograph("password" + suffix);
    }
    assertTrue(Files.exists(Path.of("target/pictures/password" + suffix + ".png")));
  }

  private static void find(DesktopStage app, String name) {
    app.person.fill("#search", name);
    app.person.press("Down");
  }
}
