package io.keyarbor.ui.work;

import io.keyarbor.settings.Presence;
import io.keyarbor.settings.Protection;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.dialog.Dialogs;
import java.util.function.UnaryOperator;

/**
 * Changes the settings, each at once; says so where they could not be saved. For the JavaFX thread.
 */
public record Preferences(SettingsStore store, Dialogs dialogs) {
  /** The settings as they are. */
  public Settings now() {
    return store.current();
  }

  /** Changes them; what could not be saved holds until the app ends, and the person is told. */
  public void change(UnaryOperator<Settings> change) {
    try {
      store.change(change);
    } catch (SettingsStore.NotSaved e) {
      dialogs.error(e);
    }
  }

  /** Changes how the app is there beside its window. */
  public void presence(UnaryOperator<Presence> change) {
    change(s -> s.withPresence(change.apply(s.presence())));
  }

  /** Changes what protects an open vault. */
  public void protection(UnaryOperator<Protection> change) {
    change(s -> s.withProtection(change.apply(s.protection())));
  }
}
