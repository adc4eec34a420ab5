package io.keyarbor.app;

import io.keyarbor.agent.SharedVault;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemBrowser;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.desktop.Desktop;
import io.keyarbor.ui.desktop.DesktopContext;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.desktop.FxTimer;
import io.keyarbor.ui.desktop.SystemFileChoice;
import io.keyarbor.ui.desktop.Welcome;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.testing.Changes;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.ScheduledTests;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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
    catalogue = new LiveCatalogue(folders.templates(), timer);
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

  /** A locked vault for this process alone, as the demo's is. */
  Vault vault() {
    Vault vault = LocalVaults.create(folders, task -> Thread.ofVirtual().start(task));
    AfterLock.collect(vault);
    return vault;
  }

  /** The person's own, locked; once it is unlocked, commands use it too. */
  SharedVault sharedVault() {
    Vault local = LocalVaults.create(folders, task -> Thread.ofVirtual().start(task));
    SharedVault vault = new SharedVault(local, folders, timer, () -> {});
    AfterLock.collect(vault);
    return vault;
  }

  private ConnectionTests tests(Session session) {
    ConnectionTest test = new ConnectionTest(catalogue, prober);
    ScheduledTests scheduled =
        new ScheduledTests(
            test,
            session,
            catalogue,
            clock,
            (delay, task) -> timer.after(delay, task)::cancel,
            round -> Thread.ofVirtual().start(round));
    return new SessionTests(session, test, scheduled, new Changes(clock));
  }

  /** The desktop app in {@code stage}. */
  Desktop desktop(Place place, Stage stage) {
    return new Desktop(
        new DesktopContext(
            place.vault(),
            catalogue,
            prober,
            this::tests,
            place.settings(),
            place.folders(),
            clipboard,
            background,
            new SystemFileChoice(stage),
            new Formats(() -> catalogue, KdfCost::calibrated),
            named -> Places.all(System.getenv(), Folders.home(System.getenv()), named),
            timer,
            clock,
            new SystemBrowser(),
            controls -> List.of(new Welcome(controls.stage(), place.settings())),
            place.demo(),
            place.tryDemo()),
        stage);
  }
}
