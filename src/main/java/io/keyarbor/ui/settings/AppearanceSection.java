package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.Language;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.work.Preferences;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/** How the app looks. */
final class AppearanceSection {
  private final Preferences preferences;
  private final Slider scale = new Slider(75, 200, 100);
  private final Label scaleWords = new Label();

  AppearanceSection(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Under its heading. */
  Node view() {
    return Rows.section(tr("Appearance"), rows());
  }

  /** Without a heading. */
  VBox rows() {
    ChoiceBox<Theme> theme =
        Rows.choice(
            "theme", List.of(Theme.values()), t -> tr(t.label()), preferences.now().theme());
    theme.setOnAction(e -> preferences.change(s -> s.withTheme(theme.getValue())));
    ChoiceBox<Language> language =
        Rows.choice(
            "language",
            List.of(Language.values()),
            l -> l.locale().isPresent() ? l.label() : tr(l.label()),
            preferences.now().language());
    language.setOnAction(e -> preferences.change(s -> s.withLanguage(language.getValue())));
    scale.setId("scale");
    scale.setBlockIncrement(5);
    scale.setMajorTickUnit(25);
    scale.setValue(preferences.now().fontScale() * 100);
    scaleWords.getStyleClass().add("scale-words");
    scaleWords.setMinWidth(Label.USE_PREF_SIZE);
    showScale();
    scale.valueProperty().subscribe(this::showScale);
    scale.valueProperty().addListener((property, old, next) -> rescale());
    scale.valueChangingProperty().addListener((property, was, is) -> rescale());
    VBox rows =
        new VBox(
            Rows.row(tr("Theme"), tr("Light or dark."), theme),
            Rows.row(tr("Language"), tr("Of the windows. The command line is English."), language),
            Rows.row(tr("Size of text"), tr("Everything grows with it."), scale, scaleWords));
    rows.getStyleClass().add("settings-section");
    return rows;
  }

  private void showScale() {
    scaleWords.setText(tr("{0} %", Math.round(scale.getValue())));
  }

  /** Not while the thumb is dragged, or it would move away from under the mouse. */
  private void rescale() {
    if (!scale.isValueChanging()) {
      double rounded = Math.round(scale.getValue() / 5) * 5 / 100.0;
      preferences.change(s -> s.withFontScale(rounded));
    }
  }
}
