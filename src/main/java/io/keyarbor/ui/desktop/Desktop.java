package io.keyarbor.ui.desktop;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.IdleWatch;
import io.keyarbor.settings.Settings;
import io.keyarbor.ui.control.WholeText;
import io.keyarbor.ui.dialog.DialogLayer;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.list.ClosedGroups;
import io.keyarbor.ui.main.MainController;
import io.keyarbor.ui.theme.Look;
import io.keyarbor.ui.unlock.FrontDoor;
import io.keyarbor.ui.unlock.Opening;
import io.keyarbor.ui.work.Copying;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.UntilLocked;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultState;
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
  private final Scene scene = new Scene(root, 1280, 760);
  private final Copying copying;
  private final DialogLayer dialogs;
  private final Look look;
  private final DesktopDoors doors;
  private final IdleWatch idle;
  private final ClosedGroups closed = new ClosedGroups();
  private Optional<FrontDoor> front = Optional.empty();
  private final Companions companions;
  private Optional<Opened> open = Optional.empty();
  private Optional<UntilLocked> underWay = Optional.empty();
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
    doors =
        new DesktopDoors(
            context, this, scene, dialogs, copying, id -> open.ifPresent(o -> o.main().select(id)));
    WholeText.in(scene);
    idle = new IdleWatch(context.clock(), context.timer(), () -> Platform.runLater(this::lock));
    IdleTouch.watch(stage, idle::touch);
    companions =
        new Companions(context.companions().apply(this), context.system().journal()::failed);
    dialogs.onFinished(words -> {
      if (!stage.isShowing() || !stage.isFocused()) {
        companions.each(c -> c.said(words));
      }
    });
    context.settings().onChange(s -> Platform.runLater(() -> settingsChanged(s)));
    context.vault().onState(state -> Platform.runLater(() -> follow(state)));
    stage.setScene(scene);
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    stage.setTitle(title(Optional.empty()));
    stage.setOnCloseRequest(e -> {
      if (companions.stayWithoutWindow()) {
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
    if (!language.equals(Locale.getDefault(Locale.Category.DISPLAY)) && doors.mayBeBuiltAnew()) {
      speakAnew();
    }
    open.ifPresent(o -> {
      o.main().rescale();
      idle.start(Duration.ofMinutes(settings.autoLockMinutes()));
    });
  }

  /** Shows the same again in the language that was chosen, with the settings where they were. */
  private void speakAnew() {
    boolean inSettings = !dialogs.open().isEmpty();
    Optional<Session> session = open.map(o -> o.work().session());
    empty();
    session.ifPresentOrElse(this::enter, this::leave);
    if (inSettings) {
      open.ifPresentOrElse(o -> doors.openSettings(o.work()), doors::openAppearance);
    }
  }

  /** Takes everything out of the window, and what is under way with it. */
  private void empty() {
    Optional<Opened> last = open;
    open = Optional.empty();
    underWay.ifPresent(UntilLocked::end);
    underWay = Optional.empty();
    each(
        () -> front.ifPresent(FrontDoor::close),
        () -> last.ifPresent(o -> o.testing().close()),
        () -> last.ifPresent(o -> o.main().close()),
        () -> companions.each(Companion::locked),
        copying.recent()::forgetListeners,
        dialogs::closeAll);
    front = Optional.empty();
  }

  /** Does each step, whatever becomes of the others: of a vault that is locked nothing may stay. */
  private void each(Runnable... steps) {
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        context.system().journal().failed(e);
      }
    }
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
    // What was opened beside the front door would lie above the main window.
    dialogs.open().forEach(Handle::close);
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
            doors::browse);
    Testing testing =
        new Testing(context.tests().apply(session), background, Platform::runLater, dialogs);
    language = Locale.getDefault(Locale.Category.DISPLAY);
    MainController main =
        new MainController(
            work, testing, context.settings(), closed, doors.of(work), context.demo());
    Opened opened = new Opened(work, main, testing);
    open = Optional.of(opened);
    dialogs.setContent(main.view());
    main.begin();
    // First of all what guards it.
    idle.start(Duration.ofMinutes(context.settings().current().autoLockMinutes()));
    companions.each(c -> c.unlocked(opened));
    stage.setTitle(title(Optional.of(session.vaultName())));
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
    companions.each(Companion::quick);
  }

  @Override
  public void say(String words) {
    dialogs.toast(words, Optional.empty());
    if (!stage.isFocused()) {
      companions.each(c -> c.said(words));
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
    try {
      leave();
    } finally {
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
  }

  /** Whoever closes the window is done with the vault; at once, for the process may end next. */
  private void closed() {
    each(
        this::leave,
        context.vault()::leave,
        context.clipboard()::clear,
        idle::stop,
        () -> companions.each(Companion::ended));
  }

  private void leave() {
    if (front.isPresent()) {
      return;
    }
    idle.stop();
    empty();
    each(
        dialogs::forget,
        copying.recent()::forget,
        closed::forgetNames,
        context.clipboard()::clear,
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(w -> w instanceof PopupWindow)
                .forEach(Window::hide));
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
                () -> Look.BASE_SIZE * context.settings().current().fontScale(),
                doors.beside(),
                this::enter));
    front = Optional.of(door);
    dialogs.setContent(door.view());
    door.begin();
    stage.setTitle(title(Optional.empty()));
  }
}
