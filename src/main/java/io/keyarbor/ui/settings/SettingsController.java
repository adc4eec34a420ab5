package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Preferences;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings; each change holds at once. */
public final class SettingsController {
  private final Preferences preferences;
  private final SystemServices services;
  private final Background background;
  private final Runnable log;
  private Optional<Handle> handle = Optional.empty();

  @FXML private VBox sections;

  /**
   * Changes {@code store}.
   *
   * @param log opens the log
   */
  public SettingsController(
      SettingsStore store,
      Dialogs dialogs,
      SystemServices services,
      Background background,
      Runnable log) {
    this.preferences = new Preferences(store, dialogs);
    this.services = services;
    this.background = background;
    this.log = log;
  }

  /** Opens the dialog. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    handle = Optional.of(preferences.dialogs().show(view, tr("Settings"), this::close));
  }

  @FXML
  void initialize() {
    Button open = new Button(tr("Show log…"));
    open.setOnAction(e -> log.run());
    sections
        .getChildren()
        .setAll(
            new AppearanceSection(preferences).view(),
            new SecuritySection(preferences, services).view(),
            new PresenceSection(preferences, services, background).view(),
            Rows.section(
                tr("Log"),
                Rows.row(
                    tr("What went wrong"),
                    tr("The log says where the app failed. It holds nothing of your vault."),
                    open)));
  }

  @FXML
  void reset() {
    Settings before = preferences.now();
    preferences.change(s -> choices(Settings.DEFAULTS, s));
    initialize();
    boolean quick = quickUnlock(before) != quickUnlock(preferences.now());
    preferences
        .dialogs()
        .undoable(
            quick
                ? tr("Settings reset to the defaults. Quick unlock is off.")
                : tr("Settings reset to the defaults"),
            failed -> putBack(before, quick, failed));
  }

  private static QuickUnlock quickUnlock(Settings settings) {
    return settings.protection().quickUnlock();
  }

  private void putBack(Settings before, boolean quick, Consumer<Throwable> failed) {
    try {
      preferences.store().change(s -> choices(before, s));
    } catch (SettingsStore.NotSaved e) {
      failed.accept(e);
      return;
    }
    initialize();
    preferences
        .dialogs()
        .toast(
            quick
                ? tr("Settings as before. Quick unlock is set up anew at the next unlock.")
                : tr("Settings as before"),
            Optional.empty());
  }

  /** What this window shows as {@code wanted} says, all else as it is. */
  private static Settings choices(Settings wanted, Settings now) {
    return wanted
        .withGrouping(now.grouping())
        .withHiddenColumns(now.hiddenColumns())
        .withOrder(now.order())
        .withWelcomed(now.welcomed())
        .withRecent(now.recentVault());
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }
}
