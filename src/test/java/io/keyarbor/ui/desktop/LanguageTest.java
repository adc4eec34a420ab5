package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.language.Spoken;
import io.keyarbor.settings.Language;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another language is spoken at once, and nothing that a person typed is lost for it. */
class LanguageTest {
  @TempDir Path folder;
  private final Spoken spoken = new Spoken();
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
    app.settings.onChange(s -> spoken.speak(s.language().locale()));
    app.asDemo().unlocked();
  }

  @AfterEach
  void close() {
    app.close();
    spoken.speak(Optional.empty());
  }

  private String title() {
    return ((Stage) app.scene().getWindow()).getTitle();
  }

  private boolean hasDialog() {
    return app.scene().lookup(".dialog-box") != null;
  }

  private void choose(Language language) {
    app.settings.change(s -> s.withLanguage(language));
  }

  @Test
  void theWindowIsBuiltAnewAndBackAgain() {
    assertTrue(title().endsWith("(demo)"), title());
    choose(Language.GERMAN);
    app.person.waitUntil(() -> title().endsWith("(Demo)"), "the window does not speak German");
    app.person.see("Azure Production");
    app.photograph("main-german");
    choose(Language.ENGLISH);
    app.person.waitUntil(() -> title().endsWith("(demo)"), "the window does not speak English");
    app.person.see("Azure Production");
  }

  @Test
  void theSettingsStayWhereTheyWereWhenTheLanguageIsChosenInThem() {
    app.person.press("Ctrl+Comma");
    app.person.waitUntil(this::hasDialog, "the settings did not open");
    choose(Language.GERMAN);
    app.person.waitUntil(() -> title().endsWith("(Demo)"), "the window does not speak German");
    app.person.waitUntil(this::hasDialog, "the settings are gone");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1.5"})
  void germanWindowsAreGoodToLookAt(Theme theme, double scale) {
    app.settings.change(s -> s.withTheme(theme).withFontScale(scale).withLanguage(Language.GERMAN));
    app.person.waitUntil(() -> title().endsWith("(Demo)"), "the window does not speak German");
    String end = "-german-" + theme + "-" + scale;
    photographWindow("Profile …", "Profile", "profiles" + end);
    photographWindow("Diesen Computer durchsuchen …", "Suchen", "sweep" + end);
    photographWindow("Importieren …", "Vorschau", "import" + end);
    photographWindow("Exportieren …", "Exportieren …", "export" + end);
    photographWindow("Dienstvorlagen …", "Dienstvorlagen", "templates" + end);
  }

  private void photographWindow(String menu, String shown, String name) {
    Stagehand.onFx(() -> {
      app.menu(menu);
      return null;
    });
    app.person.see(shown);
    app.photograph(name);
    app.person.press("Esc");
    app.person.waitUntil(() -> !hasDialog(), menu + " did not close");
  }

  @Test
  void aFormThatIsBeingFilledInIsLeftAlone() {
    Stagehand.onFx(() -> {
      app.menu("New group…");
      return null;
    });
    app.person.fill("#group-name", "Half a na");
    choose(Language.GERMAN);
    // What comes after the change on the JavaFX thread has seen it.
    app.person.see("#group-name");
    assertEquals("Half a na", ((TextField) app.scene().lookup("#group-name")).getText());
    assertTrue(title().endsWith("(demo)"), title());
  }
}
