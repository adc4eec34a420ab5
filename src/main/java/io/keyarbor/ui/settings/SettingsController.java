package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Preferences;
import java.util.Optional;
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
    preferences.change(s ->
        Settings.DEFAULTS
            .withGrouping(s.grouping())
            .withHiddenColumns(s.hiddenColumns())
            .withWelcomed(s.welcomed())
            .withRecent(s.recentVault()));
    initialize();
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }
}
