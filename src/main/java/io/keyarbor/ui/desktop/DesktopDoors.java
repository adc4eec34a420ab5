package io.keyarbor.ui.desktop;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.calendar.CalendarWindow;
import io.keyarbor.ui.dialog.DialogLayer;
import io.keyarbor.ui.dialog.Dialogs.Action;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.help.AboutView;
import io.keyarbor.ui.help.Help;
import io.keyarbor.ui.log.LogWindow;
import io.keyarbor.ui.main.Doors;
import io.keyarbor.ui.profiles.ProfilesController;
import io.keyarbor.ui.settings.AppearanceDialog;
import io.keyarbor.ui.settings.PasswordController;
import io.keyarbor.ui.settings.SettingsController;
import io.keyarbor.ui.sweep.SweepWindow;
import io.keyarbor.ui.templates.TemplatesController;
import io.keyarbor.ui.transfer.ExportWindow;
import io.keyarbor.ui.transfer.ImportWindow;
import io.keyarbor.ui.unlock.FrontDoor.Beside;
import io.keyarbor.ui.welcome.WelcomeTour;
import io.keyarbor.ui.wizard.CredentialWizard;
import io.keyarbor.ui.work.Copying;
import io.keyarbor.ui.work.Preferences;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;

/** Where each door of the main window leads. For the JavaFX thread. */
final class DesktopDoors {
  private final DesktopContext context;
  private final DesktopControls window;
  private final Scene scene;
  private final DialogLayer dialogs;
  private final Copying copying;
  private final Consumer<CredentialId> select;
  private final Help help;
  private List<Handle> settingsDialog = List.of();

  /**
   * Doors of {@code window}.
   *
   * @param select shows that credential in the list
   */
  DesktopDoors(
      DesktopContext context,
      DesktopControls window,
      Scene scene,
      DialogLayer dialogs,
      Copying copying,
      Consumer<CredentialId> select) {
    this.context = context;
    this.window = window;
    this.scene = scene;
    this.dialogs = dialogs;
    this.copying = copying;
    this.select = select;
    help = new Help(scene, dialogs, context.pages());
  }

  /** Opens a page, or offers its address where the system has no browser for it. */
  void browse(URI page) {
    Action copy = new Action(tr("Copy its address"), () -> copying.plain(page.toString()));
    context
        .background()
        .run(
            () -> {
              context.pages().open(page);
              return true;
            },
            done -> {},
            failure -> dialogs.toast(tr("No browser could be opened."), Optional.of(copy)));
  }

  /** All doors of the main window over that vault. */
  Doors of(Workspace work) {
    Runnable templates =
        () -> new TemplatesController(work, context.folders().templates(), context.prober()).open();
    CredentialWizard wizard =
        new CredentialWizard(
            context.catalogue(),
            context.prober(),
            work.background(),
            work.session(),
            dialogs,
            context.files(),
            context.clock(),
            work.browser(),
            templates,
            work.edits());
    return new Doors(
        wizard::add,
        window::quick,
        () -> new CalendarWindow(work, select).open(),
        wizard::edit,
        () -> new SweepWindow(work, context.prober(), context.places()).open(),
        () -> new ImportWindow(work, context.formats()).open(),
        chosen -> new ExportWindow(work, context.formats().exports(), chosen).open(),
        () -> new ProfilesController(work).open(),
        window::lock,
        () -> openSettings(work),
        this::log,
        () -> new PasswordController(work, context.system().quick()::forgetAll).open(),
        templates,
        this::about,
        help::open,
        help::keys,
        help::guide,
        () -> new WelcomeTour(scene, dialogs).open());
  }

  /** The doors that are open while the vault is not: no way to what protects it. */
  List<Beside> beside() {
    return List.of(
        new Beside(tr("Appearance"), this::openAppearance),
        new Beside(tr("Log"), this::log),
        new Beside(tr("About Keyarbor"), this::about));
  }

  private void about() {
    AboutView.open(dialogs, context.catalogue(), context.settings().current(), copying::plain);
  }

  /** Opens of the settings what a person may change while the vault is locked. */
  void openAppearance() {
    settingsDialog = List.of(AppearanceDialog.open(new Preferences(context.settings(), dialogs)));
  }

  /** Opens the settings. */
  void openSettings(Workspace work) {
    List<Handle> before = dialogs.open();
    new SettingsController(
            context.settings(), dialogs, context.system(), context.background(), this::log)
        .open();
    settingsDialog = dialogs.open().stream().filter(d -> !before.contains(d)).toList();
  }

  /** In another dialog than the settings may lie work that nobody wants to lose. */
  boolean mayBeBuiltAnew() {
    return settingsDialog.containsAll(dialogs.open());
  }

  private void log() {
    new LogWindow(
            context.system().journal(),
            context.background(),
            dialogs,
            copying::plain,
            context.system().folders())
        .open();
  }
}
