package io.keyarbor.ui.settings;

import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.view.Fxml;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The settings; each change holds at once. */
public final class SettingsController {
  private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 480);
  private static final List<Integer> SECONDS = List.of(10, 20, 30, 45, 60, 120, 300);

  private final SettingsStore store;
  private final Dialogs dialogs;
  private Optional<Handle> handle = Optional.empty();

  @FXML private ChoiceBox<Theme> theme;
  @FXML private Slider scale;
  @FXML private Label scaleWords;
  @FXML private ChoiceBox<Integer> autoLock;
  @FXML private ChoiceBox<Integer> clipboard;

  /** Changes {@code store}. */
  public SettingsController(SettingsStore store, Dialogs dialogs) {
    this.store = store;
    this.dialogs = dialogs;
  }

  /** Opens the dialog. */
  public void open() {
    handle = Optional.of(dialogs.show((Region) Fxml.load(this), "Settings", this::close));
  }

  @FXML
  void initialize() {
    Settings now = store.current();
    choices(theme, List.of(Theme.values()), Theme::label, now.theme());
    choices(
        autoLock,
        with(MINUTES, now.autoLockMinutes()),
        m -> m == 1 ? "1 minute" : m + " minutes",
        now.autoLockMinutes());
    choices(
        clipboard,
        with(SECONDS, now.clipboardSeconds()),
        s -> s + " seconds",
        now.clipboardSeconds());
    scale.setValue(now.fontScale() * 100);
    showScale();
    theme.setOnAction(e -> change(s -> s.withTheme(theme.getValue())));
    autoLock.setOnAction(e -> change(s -> s.withAutoLockMinutes(autoLock.getValue())));
    clipboard.setOnAction(e -> change(s -> s.withClipboardSeconds(clipboard.getValue())));
    scale.valueProperty().subscribe(this::showScale);
    scale.valueProperty().addListener((property, old, next) -> rescale());
    scale.valueChangingProperty().addListener((property, was, is) -> rescale());
  }

  /** What was set by hand in the file stays a choice. */
  private static List<Integer> with(List<Integer> usual, int now) {
    return Stream.concat(usual.stream(), Stream.of(now)).distinct().sorted().toList();
  }

  private static <T> void choices(
      ChoiceBox<T> box, List<T> values, Function<T, String> words, T now) {
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the choice is not editable");
          }
        });
    box.setValue(now);
  }

  private void showScale() {
    scaleWords.setText(Math.round(scale.getValue()) + " %");
  }

  /** Not while the thumb is dragged, or it would move away from under the mouse. */
  private void rescale() {
    if (!scale.isValueChanging()) {
      double rounded = Math.round(scale.getValue() / 5) * 5 / 100.0;
      change(s -> s.withFontScale(rounded));
    }
  }

  private void change(UnaryOperator<Settings> change) {
    try {
      store.change(change);
    } catch (SettingsStore.NotSaved e) {
      dialogs.error(e);
    }
  }

  @FXML
  void reset() {
    change(s ->
        Settings.DEFAULTS
            .withGrouping(s.grouping())
            .withHiddenColumns(s.hiddenColumns())
            .withWelcomed(s.welcomed())
            .withRecent(s.recentVault()));
    theme.setValue(store.current().theme());
    scale.setValue(store.current().fontScale() * 100);
    autoLock.setValue(store.current().autoLockMinutes());
    clipboard.setValue(store.current().clipboardSeconds());
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }
}
