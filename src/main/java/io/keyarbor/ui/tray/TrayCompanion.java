package io.keyarbor.ui.tray;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.tray.Tray;
import io.keyarbor.platform.tray.TrayFace;
import io.keyarbor.platform.tray.TrayListener;
import io.keyarbor.settings.Presence;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.ui.tray.Choice.Copy;
import io.keyarbor.ui.tray.Choice.Deed;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.VaultException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * The tray icon beside the window. The window hides only while the icon is really shown, and comes
 * back the moment it is not; so nobody looks for a window that is nowhere. For the JavaFX thread.
 */
public final class TrayCompanion implements Companion, TrayListener<Choice> {
  /** Changes that come faster are shown together. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final DesktopControls window;
  private final SettingsStore settings;
  private final Function<TrayListener<Choice>, Tray<Choice>> system;
  private final Timer timer;
  private final TrayPictures pictures = new TrayPictures();
  private final AtomicBoolean dirty = new AtomicBoolean();
  private Optional<Tray<Choice>> tray = Optional.empty();
  private Optional<TrayFace<Choice>> face = Optional.empty();
  private Optional<Opened> open = Optional.empty();
  private Optional<Subscription> changes = Optional.empty();
  private boolean begun;

  /**
   * An icon that appears with the window.
   *
   * @param system makes an icon
   * @param timer calls on the JavaFX thread
   */
  public TrayCompanion(
      DesktopControls window,
      SettingsStore settings,
      Function<TrayListener<Choice>, Tray<Choice>> system,
      Timer timer) {
    this.window = window;
    this.settings = settings;
    this.system = system;
    this.timer = timer;
    settings.onChange(changed -> Platform.runLater(this::follow));
    window
        .stage()
        .showingProperty()
        .subscribe(showing -> {
          if (showing) {
            // The window's first picture comes first.
            timer.after(PAUSE, this::beginBeside);
          }
        });
  }

  /** The icon of this moment. */
  public Optional<Tray<Choice>> tray() {
    return tray;
  }

  private void beginBeside() {
    if (!begun && window.stage().isShowing()) {
      begin();
    }
  }

  private void begin() {
    begun = true;
    follow();
  }

  /** Has an icon or none, as the person wants it. */
  private void follow() {
    boolean wanted = begun && presence().tray();
    if (wanted && tray.isEmpty()) {
      tray = Optional.of(system.apply(this));
      face = Optional.empty();
      draw();
    } else if (!wanted && tray.isPresent()) {
      tray.get().close();
      tray = Optional.empty();
      raiseIfLost();
    }
  }

  private Presence presence() {
    return settings.current().presence();
  }

  private boolean isShown() {
    return tray.filter(Tray::isShown).isPresent();
  }

  private void raiseIfLost() {
    if (begun && !isShown() && !window.stage().isShowing()) {
      window.raise();
    }
  }

  @Override
  public boolean staysWithoutWindow() {
    return presence().closeToTray() && isShown();
  }

  /** Whoever asks while there is no window yet waits for the icon, so it begins now. */
  @Override
  public boolean isReachable() {
    if (!begun) {
      begin();
    }
    return isShown();
  }

  @Override
  public void unlocked(Opened opened) {
    open = Optional.of(opened);
    changes =
        Optional.of(opened.work().session().onChange(() -> Platform.runLater(this::requestDraw)));
    opened.testing().onChange(this::requestDraw);
    opened.work().copying().recent().onChange(this::requestDraw);
    draw();
  }

  @Override
  public void locked() {
    changes.ifPresent(Subscription::close);
    changes = Optional.empty();
    open = Optional.empty();
    draw();
  }

  @Override
  public void ended() {
    tray.ifPresent(Tray::close);
    tray = Optional.empty();
    begun = false;
  }

  private void requestDraw() {
    if (dirty.compareAndSet(false, true)) {
      timer.after(
          PAUSE,
          () -> {
            dirty.set(false);
            draw();
          });
    }
  }

  private void draw() {
    if (tray.isEmpty()) {
      return;
    }
    TrayFace<Choice> next = open.map(this::openFace).orElseGet(this::lockedFace);
    if (!face.equals(Optional.of(next))) {
      face = Optional.of(next);
      tray.get().show(next);
    }
  }

  /** A vault that was locked elsewhere is locked, though that is told here next. */
  private TrayFace<Choice> openFace(Opened opened) {
    try {
      return face(opened);
    } catch (VaultException.Locked e) {
      return lockedFace();
    }
  }

  private TrayFace<Choice> lockedFace() {
    return new TrayFace<>(pictures.locked(), tr("Locked"), TrayMenu.locked());
  }

  private TrayFace<Choice> face(Opened opened) {
    Content content = content(opened);
    int failing = content.failing();
    String words =
        content
            .progress()
            .map(p -> tr("Testing {0} of {1}…", p.finished(), p.total()))
            .orElseGet(
                () -> failing == 0 ? tr("Unlocked") : count(failing, "{0} fails", "{0} fail"));
    return new TrayFace<>(pictures.open(failing), words, TrayMenu.of(content));
  }

  private static Content content(Opened opened) {
    var work = opened.work();
    return new Content(
        work.session().credentials().all(),
        work.session().profiles().all(),
        work.copying().recent().ids(),
        work.catalogue(),
        opened.testing().progress());
  }

  @Override
  public void pressed() {
    Platform.runLater(window::raise);
  }

  @Override
  public void shown(boolean shown) {
    Platform.runLater(this::raiseIfLost);
  }

  @Override
  public void chosen(Choice choice) {
    Platform.runLater(() -> act(choice));
  }

  private void act(Choice choice) {
    switch (choice) {
      case Deed.OPEN -> window.raise();
      case Deed.QUIT -> window.quit();
      case Deed.LOCK -> window.lock();
      case Deed.SEARCH -> window.quick();
      case Deed.TEST_ALL -> open.ifPresent(TrayCompanion::testAll);
      case Copy copy -> open.ifPresent(o -> copy(copy, o.work()));
    }
  }

  private void copy(Copy choice, Workspace work) {
    FieldCopy.of(
        choice,
        work,
        failure -> {
          window.raise();
          work.dialogs().error(failure);
        });
  }

  private static void testAll(Opened opened) {
    var work = opened.work();
    opened
        .testing()
        .testAll(
            work.session().credentials().all().stream()
                .filter(c ->
                    work.catalogue()
                        .find(c.details().serviceType())
                        .filter(t -> !t.probes().isEmpty())
                        .isPresent())
                .map(c -> c.id())
                .toList());
  }
}
