package io.keyarbor.app;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.agent.SharedVault;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.demo.vault.DemoVault;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.arrival.Arrivals;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.Desktop;
import io.keyarbor.ui.desktop.IdleTouch;
import io.keyarbor.ui.palette.PaletteCompanion;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.window.WindowMemory;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * The app's windows: the person's own vault, and the demo in its place while it is tried. For the
 * JavaFX thread.
 */
final class Windows {
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
  private static final String DEMO_LABEL =
      "Demo: invented credentials, pretend services on this computer";
  private static final String DEMO_PASSWORD =
      "The demo's password is " + DemoVault.EVERYONE_KNOWS + ".";

  private final Wiring wiring;

  Windows(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Shows the window of the person's own vault.
   *
   * @param startUp ends the app where the window cannot be shown
   * @param first what this start asks for
   */
  void showMain(StartUp startUp, Wish first) {
    Stage stage = stage();
    SharedVault vault = wiring.sharedVault();
    List<Companion> companions = new ArrayList<>();
    Wiring.Place place =
        new Wiring.Place(
            vault,
            wiring.settings(),
            wiring.folders(),
            wiring.system(),
            controls -> {
              companions.addAll(wiring.companions(controls, vault));
              return companions;
            },
            Optional.empty(),
            Optional.of(() -> showDemo(stage::hide, stage::show)));
    Desktop desktop = wiring.desktop(place, stage);
    WindowMemory.keep(stage, wiring.placements());
    Arrivals arrivals = wiring.arrivals(desktop);
    companions.add(arrivals);
    share(vault, desktop);
    Runnable show =
        () -> {
          if (first.kind() == Wish.Kind.HIDDEN
              && wiring.settings().current().presence().startHidden()) {
            desktop.prepare();
            wiring.hiddenStart(desktop, companions).begin();
          } else {
            desktop.show();
            arrivals.take(first);
          }
          startUp.instance().ifPresent(one -> receive(one, arrivals));
        };
    joining(vault, () -> startUp.run(show));
  }

  private static void receive(SingleInstance instance, Arrivals arrivals) {
    // For a process that is ended from outside: nobody else would delete its socket.
    Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
    instance.onWish(wish -> Platform.runLater(() -> arrivals.take(wish)));
  }

  private static void share(SharedVault vault, Desktop desktop) {
    // For a process that is ended from outside: nobody else would delete its socket.
    Runtime.getRuntime().addShutdownHook(new Thread(vault::leave));
    IdleTouch.watch(desktop.stage(), vault::touch);
    vault.onState(state -> {
      if (state == VaultState.UNLOCKED) {
        vault.whyNotShared().ifPresent(desktop::tell);
      }
    });
  }

  /** Where another program has the vault unlocked, the window shows it at once. */
  private void joining(SharedVault vault, Runnable show) {
    Optional<Path> recent = wiring.settings().current().recentVault();
    if (recent.isEmpty()) {
      show.run();
      return;
    }
    wiring
        .background()
        .run(() -> joined(vault, recent.get()), joined -> show.run(), failure -> show.run());
  }

  private Optional<Session> joined(SharedVault vault, Path file) {
    // Most often there is none, and looking is faster than what it takes to connect.
    return Files.exists(AgentPlace.of(wiring.folders(), file).socket())
        ? vault.join(file)
        : Optional.empty();
  }

  /**
   * Shows the demo.
   *
   * @param shown run once its window is there
   * @param closed run when its window is gone
   */
  void showDemo(Runnable shown, Runnable closed) {
    wiring
        .background()
        .run(
            () -> prepare(wiring.vault()),
            demo -> {
              show(demo, closed);
              shown.run();
            },
            Windows::tellNoDemo);
  }

  private static void tellNoDemo(Throwable failure) {
    Alert alert =
        new Alert(
            Alert.AlertType.ERROR,
            tr(
                "The demo needs room in the temporary folder and a free port on this computer: {0}",
                failure.getMessage()));
    alert.setHeaderText(tr("The demo cannot start"));
    alert.show();
  }

  private record Prepared(DemoVault demo, Vault vault) {}

  private static Prepared prepare(Vault vault) throws IOException {
    DemoVault demo = new DemoVault();
    // For a process that is ended from outside while the demo is open.
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
    try {
      demo.create(vault, LocalDate.now(ZoneId.systemDefault()));
      return new Prepared(demo, vault);
    } catch (RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private void show(Prepared prepared, Runnable after) {
    Path folder = prepared.demo().file().getParent();
    SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
    settings.change(s -> wiring.settings().current().withRecentVault(prepared.demo().file()));
    Stage stage = stage();
    Wiring.Place place =
        new Wiring.Place(
            prepared.vault(),
            settings,
            wiring.folders(),
            wiring.demoSystem(settings, folder),
            controls -> List.of(new PaletteCompanion(controls, settings::current)),
            Optional.of(new Demo(DEMO_LABEL, DEMO_PASSWORD, stage::close)),
            Optional.empty());
    Desktop desktop = wiring.desktop(place, stage);
    stage.addEventHandler(
        WindowEvent.WINDOW_HIDDEN,
        event -> {
          prepared.vault().lock();
          prepared.demo().close();
          after.run();
        });
    desktop.show();
  }

  private Stage stage() {
    Stage stage = new Stage();
    // Panels show the icon a moment after the window; the window need not wait for it.
    stage.addEventHandler(
        WindowEvent.WINDOW_SHOWN, event -> wiring.soon(() -> addIcons(stage.getIcons())));
    return stage;
  }

  private static void addIcons(List<Image> icons) {
    if (icons.isEmpty()) {
      ICON_SIZES.forEach(size -> icons.add(icon(size)));
    }
  }

  private static Image icon(int size) {
    return new Image(
        Windows.class.getResource("/icons/keyarbor-" + size + ".png").toExternalForm());
  }
}
