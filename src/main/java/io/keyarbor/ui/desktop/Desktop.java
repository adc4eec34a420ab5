package io.keyarbor.ui.desktop;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.IdleWatch;
import io.keyarbor.settings.Settings;
import io.keyarbor.ui.calendar.CalendarWindow;
import io.keyarbor.ui.control.WholeText;
import io.keyarbor.ui.dialog.DialogLayer;
import io.keyarbor.ui.dialog.Dialogs.Action;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.help.AboutView;
import io.keyarbor.ui.help.Help;
import io.keyarbor.ui.list.Sorting;
import io.keyarbor.ui.log.LogWindow;
import io.keyarbor.ui.main.Doors;
import io.keyarbor.ui.main.MainController;
import io.keyarbor.ui.profiles.ProfilesController;
import io.keyarbor.ui.settings.PasswordController;
import io.keyarbor.ui.settings.SettingsController;
import io.keyarbor.ui.sweep.SweepWindow;
import io.keyarbor.ui.templates.TemplatesController;
import io.keyarbor.ui.theme.Look;
import io.keyarbor.ui.transfer.ExportWindow;
import io.keyarbor.ui.transfer.ImportWindow;
import io.keyarbor.ui.unlock.FrontDoor;
import io.keyarbor.ui.unlock.Opening;
import io.keyarbor.ui.welcome.WelcomeTour;
import io.keyarbor.ui.wizard.CredentialWizard;
import io.keyarbor.ui.work.Copying;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.UntilLocked;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The app's window and what is in it: the front door while the vault is locked, the main window
 * while it is open. Whatever locks the vault, everything that shows a credential is gone after. For
 * the JavaFX thread.
 */
public final class Desktop implements DesktopControls {
  private final DesktopContext context;
  private final Stage stage;
  private final StackPane root = new StackPane();
  private final Scene scene = new Scene(root, 1200, 760);
  private final Copying copying;
  private final DialogLayer dialogs;
  private final Look look;
  private final Help help;
  private final IdleWatch idle;
  private final Sorting sorting = new Sorting();
  private Optional<FrontDoor> front = Optional.empty();
  private final List<Companion> companions;
  private Optional<Opened> open = Optional.empty();
  private Optional<UntilLocked> underWay = Optional.empty();
  private List<Handle> settingsDialog = List.of();
  private Locale language = Locale.getDefault(Locale.Category.DISPLAY);
  private boolean hidden;

  /** Puts the app into {@code stage}, which {@link #show} shows. */
  public Desktop(DesktopContext context, Stage stage) {
    this.context = context;
    this.stage = stage;
    copying = new Copying(context.clipboard(), context.settings());
    dialogs = new DialogLayer(root, copying::plain);
    dialogs.onUnforeseen(context.system().journal()::failed);
    look = new Look(scene, context.settings().current());
    help = new Help(scene, dialogs, context.pages());
    WholeText.in(scene);
    idle = new IdleWatch(context.clock(), context.timer(), () -> Platform.runLater(this::lock));
    new IdleTouch(idle::touch);
    companions = context.companions().apply(this);
    dialogs.onFinished(words -> {
      if (!stage.isShowing() || !stage.isFocused()) {
        companions.forEach(c -> c.said(words));
      }
    });
    context.settings().onChange(s -> Platform.runLater(() -> settingsChanged(s)));
    context.vault().onState(state -> Platform.runLater(() -> follow(state)));
    stage.setScene(scene);
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    stage.setTitle(title(Optional.empty()));
    stage.setOnCloseRequest(e -> {
      if (companions.stream().anyMatch(Companion::staysWithoutWindow)) {
        e.consume();
        hide();
      }
    });
    stage.setOnHidden(e -> {
      if (!hidden) {
        closed();
      }
    });
    // Who comes back from a text editor finds the template as it was saved there.
    stage.focusedProperty().subscribe(focused -> context.catalogue().refresh());
  }

  /** Shows the window: the main one if the vault is open already, or else the front door. */
  public void show() {
    prepare();
    stage.show();
    context.settings().trouble().ifPresent(this::tell);
  }

  /** Tells the person something, said in English, that needs no answer; from any thread. */
  public void tell(String words) {
    Platform.runLater(() -> dialogs.toast(retold(words), Optional.empty()));
  }

  /** Does all that {@link #show} does but to show the window. */
  public void prepare() {
    context.vault().session().ifPresentOrElse(this::enter, this::leave);
  }

  private String title(Optional<String> vault) {
    String name = vault.map(v -> v + " – Keyarbor").orElse("Keyarbor");
    return context.demo().map(demo -> tr("{0} (demo)", name)).orElse(name);
  }

  private void settingsChanged(Settings settings) {
    look.apply(settings);
    if (!language.equals(Locale.getDefault(Locale.Category.DISPLAY)) && mayBeBuiltAnew()) {
      speakAnew();
    }
    open.ifPresent(o -> {
      o.main().rescale();
      idle.start(Duration.ofMinutes(settings.autoLockMinutes()));
    });
  }

  /** In another dialog than the settings may lie work that nobody wants to lose. */
  private boolean mayBeBuiltAnew() {
    return settingsDialog.containsAll(dialogs.open());
  }

  /** Shows the same again in the language that was chosen, with the settings where they were. */
  private void speakAnew() {
    boolean inSettings = !dialogs.open().isEmpty();
    Optional<Session> session = open.map(o -> o.work().session());
    empty();
    session.ifPresentOrElse(this::enter, this::leave);
    if (inSettings) {
      open.ifPresent(o -> openSettings(o.work()));
    }
  }

  /** Takes everything out of the window, and what is under way with it. */
  private void empty() {
    underWay.ifPresent(UntilLocked::end);
    underWay = Optional.empty();
    front.ifPresent(FrontDoor::close);
    front = Optional.empty();
    open.ifPresent(o -> {
      o.testing().close();
      o.main().close();
    });
    open = Optional.empty();
    companions.forEach(Companion::locked);
    dialogs.closeAll();
  }

  private void follow(VaultState state) {
    if (state == VaultState.LOCKING || state == VaultState.LOCKED) {
      leave();
    } else if (state == VaultState.UNLOCKED) {
      context.vault().session().ifPresent(this::enter);
    }
  }

  private void enter(Session session) {
    if (open.isPresent() || session.isLocked()) {
      return;
    }
    front.ifPresent(FrontDoor::close);
    front = Optional.empty();
    UntilLocked background = new UntilLocked(context.background());
    underWay = Optional.of(background);
    Workspace work =
        new Workspace(
            session,
            context.catalogue(),
            background,
            dialogs,
            context.files(),
            copying,
            context.clock(),
            this::browse);
    Testing testing =
        new Testing(context.tests().apply(session), background, Platform::runLater, dialogs);
    language = Locale.getDefault(Locale.Category.DISPLAY);
    MainController main =
        new MainController(work, testing, context.settings(), sorting, doors(work), context.demo());
    Opened opened = new Opened(work, main, testing);
    open = Optional.of(opened);
    dialogs.setContent(main.view());
    main.begin();
    companions.forEach(c -> c.unlocked(opened));
    stage.setTitle(title(Optional.of(session.vaultName())));
    idle.start(Duration.ofMinutes(context.settings().current().autoLockMinutes()));
  }

  /** Opens a page, or offers its address where the system has no browser for it. */
  private void browse(URI page) {
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

  private Doors doors(Workspace work) {
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
        this::quick,
        () -> open.ifPresent(o -> new CalendarWindow(work, o.main()::select).open()),
        wizard::edit,
        () -> new SweepWindow(work, context.prober(), context.places()).open(),
        () -> new ImportWindow(work, context.formats()).open(),
        chosen -> new ExportWindow(work, context.formats().exports(), chosen).open(),
        () -> new ProfilesController(work).open(),
        this::lock,
        () -> openSettings(work),
        () -> log(work),
        () -> new PasswordController(work, context.system().quick()::forgetAll).open(),
        templates,
        () ->
            AboutView.open(
                dialogs, context.catalogue(), context.settings().current(), copying::plain),
        help::open,
        help::keys,
        help::guide,
        () -> new WelcomeTour(scene, dialogs).open());
  }

  private void openSettings(Workspace work) {
    List<Handle> before = dialogs.open();
    new SettingsController(
            context.settings(), dialogs, context.system(), context.background(), () -> log(work))
        .open();
    settingsDialog = dialogs.open().stream().filter(d -> !before.contains(d)).toList();
  }

  private void log(Workspace work) {
    new LogWindow(
            context.system().journal(),
            context.background(),
            dialogs,
            work.copying()::plain,
            context.system().folders())
        .open();
  }

  @Override
  public void raise() {
    hidden = false;
    stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    Platform.setImplicitExit(true);
  }

  @Override
  public void quick() {
    companions.forEach(Companion::quick);
  }

  @Override
  public void say(String words) {
    dialogs.toast(words, Optional.empty());
    if (!stage.isFocused()) {
      companions.forEach(c -> c.said(words));
    }
  }

  @Override
  public void hide() {
    Platform.setImplicitExit(false);
    hidden = true;
    stage.hide();
  }

  @Override
  public void quit() {
    if (hidden) {
      closed();
    }
    hidden = false;
    Platform.setImplicitExit(true);
    stage.hide();
    Platform.exit();
  }

  @Override
  public Stage stage() {
    return stage;
  }

  /** Locks the vault; the window follows at once. */
  @Override
  public void lock() {
    leave();
    context
        .background()
        .run(
            () -> {
              context.vault().lock();
              return true;
            },
            done -> {},
            dialogs::error);
  }

  /** Whoever closes the window is done with the vault; at once, for the process may end next. */
  private void closed() {
    leave();
    context.vault().leave();
    context.clipboard().clear();
    idle.stop();
    companions.forEach(Companion::ended);
  }

  private void leave() {
    if (front.isPresent()) {
      return;
    }
    idle.stop();
    empty();
    copying.recent().forget();
    context.clipboard().clear();
    List.copyOf(Window.getWindows()).stream()
        .filter(w -> w instanceof PopupWindow)
        .forEach(Window::hide);
    language = Locale.getDefault(Locale.Category.DISPLAY);
    FrontDoor door =
        new FrontDoor(
            new FrontDoor.Needs(
                new Opening(context.vault(), context.settings(), context.system().quick()),
                context.settings().current().recentVault(),
                context.folders().data(),
                context.files(),
                context.background(),
                context.tryDemo(),
                context.demo(),
                this::enter));
    front = Optional.of(door);
    dialogs.setContent(door.view());
    door.begin();
    stage.setTitle(title(Optional.empty()));
  }
}
