package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.detail.DetailController;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault may lock at any moment, and the window hears of it a little later. */
class LockInBetweenTest {
  @TempDir Path folder;

  @Test
  void theDetailsShowNothingOfAVaultThatIsLockedMeanwhile() {
    try (OpenVault app = new OpenVault(folder)) {
      app.add("Site", "openai", Map.of(), "api_key", "visibly-fake");
      app.add("Other", "openai", Map.of(), "api_key", "visibly-fake");
      Heard heard = new Heard();
      Workspace work = app.workspace(heard);
      CredentialListModel model =
          new CredentialListModel(JsonCatalogue.bundled(), Clock.systemUTC());
      model.load(app.session().credentials().all(), List.of(), List.of(), 0);
      List<Entry> entries = model.all();
      Stagehand.onFx(() -> {
        Testing testing =
            new Testing(
                new GoodTests(() -> new FakeSession("Personal"), Clock.systemUTC()),
                new AtOnce(),
                Runnable::run,
                heard);
        DetailController details = new DetailController(work, new Deeds(work), testing, id -> {});
        Parent view = Fxml.load(details);
        new Scene(view);
        view.applyCss();
        view.layout();
        details.show(Optional.of(entries.getFirst()));
        assertTrue(texts(view).contains("Other"));
        app.session().lock();
        details.show(Optional.of(entries.getLast()));
        assertFalse(texts(view).contains("Site"));
        assertFalse(texts(view).contains("Other"));
        return null;
      });
      assertEquals(List.of(), heard.errors());
    }
  }

  private static List<String> texts(Parent view) {
    return view.lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  @Test
  void theWelcomeWaitsForAnotherTimeIfTheVaultIsLockedMeanwhile() throws Exception {
    List<RuntimeException> thrown = new ArrayList<>();
    DesktopStage app = new DesktopStage(folder);
    app.emptied();
    app.settings.change(s -> s.withWelcomed(false));
    app.accompanied(controls -> List.of(new LocksFirst(app, controls, thrown)));
    try (app) {
      app.locked();
      app.person.fill("Master password", DesktopStage.PASSWORD);
      app.person.press("Enter");
      app.person.see("Master password");
      assertEquals(List.of(), thrown);
      assertFalse(app.settings.current().welcomed());
    }
  }

  /** Locks the vault before the welcome can look into it. */
  private record LocksFirst(
      DesktopStage app, DesktopControls controls, List<RuntimeException> thrown)
      implements Companion {
    @Override
    public void unlocked(Opened open) {
      app.vault.lock();
      try {
        new Welcome(controls.stage(), app.settings).unlocked(open);
      } catch (RuntimeException e) {
        thrown.add(e);
      }
    }
  }
}
