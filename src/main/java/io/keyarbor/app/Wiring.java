package io.keyarbor.app;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.storage.FileStores;
import io.keyarbor.storage.SeenFiles;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.desktop.Desktop;
import io.keyarbor.ui.desktop.DesktopContext;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.desktop.FxTimer;
import io.keyarbor.ui.desktop.SystemFileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.ConnectionTest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.stage.Stage;

/** Puts the rooms together for the desktop app: the one place where all of them meet. */
final class Wiring {
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final Background background = new VirtualThreads();
  private final SystemTimer timer = new SystemTimer();
  private final SecretClipboard clipboard =
      new SecretClipboard(new FxClipboard(), new FxTimer(timer));
  private final Prober prober = new TemplateProber();
  private final Folders folders;
  private final SettingsStore settings;
  private final Catalogue catalogue;

  /** What differs between the person's own vault and the demo. */
  record Place(
      Vault vault,
      SettingsStore settings,
      Folders folders,
      Optional<Demo> demo,
      Optional<Runnable> tryDemo) {}

  Wiring(Folders folders) {
    this.folders = folders;
    settings = new SettingsStore(folders.config().resolve("settings.json"));
    catalogue = new CatalogueLater(() -> JsonCatalogue.load(folders.config().resolve("templates")));
  }

  Background background() {
    return background;
  }

  Folders folders() {
    return folders;
  }

  SettingsStore settings() {
    return settings;
  }

  /** A locked vault over files; it remembers in the state folder what it has seen. */
  Vault vault() {
    Vault vault =
        new LocalVault(
            new FileStores(),
            new SeenFiles(folders.state()),
            KdfCost::calibrated,
            clock,
            task -> Thread.ofVirtual().start(task));
    AfterLock.collect(vault);
    return vault;
  }

  /** The desktop app in {@code stage}. */
  Desktop desktop(Place place, Stage stage) {
    return new Desktop(
        new DesktopContext(
            place.vault(),
            catalogue,
            prober,
            session -> new SessionTests(session, new ConnectionTest(catalogue, prober)),
            place.settings(),
            place.folders(),
            clipboard,
            background,
            new SystemFileChoice(stage),
            timer,
            clock,
            place.demo(),
            place.tryDemo()),
        stage);
  }
}
