package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import java.nio.file.Path;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person looks when what expires, with the keyboard alone. */
class CalendarTest {
  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void arrowsLeadToADayAndEnterToWhatExpiresOnIt() {
    app.unlocked();
    app.person.press("Ctrl+Shift+E");
    app.person.see("November 2026");
    // GitHub's token is good for six more days.
    for (String key : new String[] {"Down", "Left", "Page_Down", "Page_Up"}) {
      app.person.press(key);
    }
    app.person.press("Enter");
    app.person.seeGone("#month");
    app.person.see(".detail-name");
    app.person.waitUntil(
        () ->
            app.scene().lookup(".detail-name") instanceof Label l
                && l.getText().equals("GitHub release bot"),
        "it is not chosen");
  }

  @Test
  void whereNothingExpiresItSaysWhatThePlaceIsFor() {
    app.vault
        .content()
        .moveToTrash(
            app.vault.content().all().stream()
                .filter(c -> c.details().expires().isPresent())
                .map(Credential::id)
                .toList());
    app.unlocked();
    Stagehand.onFx(() -> {
      app.menu("Expiry calendar…");
      return null;
    });
    app.person.see("Nothing here expires");
    app.photograph("calendar-empty");
    app.person.press("Esc");
    app.person.seeGone("Nothing here expires");
    assertTrue(app.person.sees("#search"));
  }
}
