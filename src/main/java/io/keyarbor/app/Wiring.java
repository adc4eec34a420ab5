package io.keyarbor.app;

import io.keyarbor.agent.SharedVault;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.language.Spoken;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemBrowser;
import io.keyarbor.platform.SystemFolders;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.platform.journal.Journal;
import io.keyarbor.platform.keyring.Keyring;
import io.keyarbor.platform.login.LoginStart;
import io.keyarbor.platform.screen.ScreenCapture;
import io.keyarbor.platform.session.SessionWatch;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.arrival.Arrivals;
import io.keyarbor.ui.arrival.HiddenStart;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.Desktop;
import io.keyarbor.ui.desktop.DesktopContext;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.desktop.FxTimer;
import io.keyarbor.ui.desktop.SystemFileChoice;
import io.keyarbor.ui.desktop.Welcome;
import io.keyarbor.ui.palette.PaletteCompanion;
import io.keyarbor.ui.settings.SystemServices;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.transfer.ImportWindow;
import io.keyarbor.ui.unlock.QuickEntry;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.window.PlacementFile;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.testing.Changes;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.ScheduledTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.Stage;

/** Puts the rooms together for the desktop app: the one place where all of them meet. */
final class Wiring {
  private static final Duration SOON = Duration.ofMillis(400);

  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final Background background = new VirtualThreads();
  private final SystemTimer timer = new SystemTimer();
  private final SecretClipboard clipboard =
      new SecretClipboard(new FxClipboard(), new FxTimer(timer));
  private final Prober prober = new TemplateProber();
  private final Spoken spoken = new Spoken();
  private final Folders folders;
  private final SettingsStore settings;
  private final Catalogue catalogue;
  private final Formats formats;
  private final Optional<ScreenCapture> capture = ScreenCapture.ofThisSystem();
  private final Journal journal;

  /** What differs between the person's own vault and the demo. */
  record Place(
      Vault vault,
      SettingsStore settings,
      Folders folders,
      SystemServices system,
      Function<DesktopControls, List<Companion>> companions,
      Optional<Demo> demo,
      Optional<Runnable> tryDemo) {}

  Wiring(Folders folders) {
    this.folders = folders;
    settings = SettingsStore.of(folders);
    spoken.speak(settings.current().language().locale());
    catalogue = new LiveCatalogue(folders.templates(), timer);
    journal = new Journal(folders.state().resolve("log"), Clock.systemUTC());
    formats = new Formats(() -> catalogue, KdfCost::calibrated);
  }

  Background background() {
    return background;
  }

  /** Does {@code task} on the JavaFX thread when a window that was just shown has been painted. */
  void soon(Runnable task) {
    new FxTimer(timer).after(SOON, task);
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

  /** What the system offers for the person's own vault. */
  SystemServices system() {
    return system(settings, folders.state(), Keyring.ofThisSystem());
  }

  /** What it offers for the demo, which leaves nothing on the computer. */
  SystemServices demoSystem(SettingsStore settings, Path folder) {
    return system(settings, folder, Optional.empty());
  }

  private SystemServices system(SettingsStore settings, Path state, Optional<Keyring> keyring) {
    return new SystemServices(
        new QuickEntry(settings, state, keyring, clock, timer),
        journal,
        LoginStart::ofThisSystem,
        capture.isPresent(),
        this::showFolder);
  }

  private void showFolder(Path folder) {
    try {
      SystemFolders.show(folder);
    } catch (IOException e) {
      journal.failed(e);
    }
  }

  /** Where windows were. */
  PlacementFile placements() {
    return new PlacementFile(folders.state().resolve("windows.json"));
  }

  /** What accompanies the window of the person's own vault. */
  List<Companion> companions(DesktopControls controls, Vault vault) {
    List<Companion> all = new ArrayList<>(SystemPresence.of(controls, settings, timer, clock));
    all.add(new Welcome(controls.stage(), settings));
    all.add(new PaletteCompanion(controls, settings::current, clock));
    all.add(
        new SystemLock(vault, settings, heard -> SessionWatch.ofThisSystem(timer, heard), journal));
    all.add(new Diary(journal));
    capture.ifPresent(hiding -> all.add(new HiddenFromPictures(hiding, settings)));
    return all;
  }

  /** A start without a window. */
  HiddenStart hiddenStart(DesktopControls controls, List<Companion> companions) {
    return new HiddenStart(
        controls, () -> companions.stream().anyMatch(Companion::isReachable), timer);
  }

  /** What later starts ask of a window. */
  Arrivals arrivals(DesktopControls controls) {
    return new Arrivals(controls, (work, file) -> new ImportWindow(work, formats).open(file));
  }

  /** The desktop app in {@code stage}. */
  Desktop desktop(Place place, Stage stage) {
    // Before the window hears of a change, so that it is built anew in the new language.
    place.settings().onChange(s -> spoken.speak(s.language().locale()));
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
            formats,
            named -> Places.all(System.getenv(), Folders.home(System.getenv()), named),
            timer,
            clock,
            new SystemBrowser(),
            place.system(),
            place.companions(),
            place.demo(),
            place.tryDemo()),
        stage);
  }
}
