package io.keyarbor.ui.settings;

import io.keyarbor.settings.Presence;
import io.keyarbor.settings.Protection;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.dialog.Dialogs;
import java.util.function.UnaryOperator;

/** Changes the settings, each at once; says so where they could not be saved. */
record Preferences(SettingsStore store, Dialogs dialogs) {
  Settings now() {
    return store.current();
  }

  void change(UnaryOperator<Settings> change) {
    try {
      store.change(change);
    } catch (SettingsStore.NotSaved e) {
      dialogs.error(e);
    }
  }

  void presence(UnaryOperator<Presence> change) {
    change(s -> s.withPresence(change.apply(s.presence())));
  }

  void protection(UnaryOperator<Protection> change) {
    change(s -> s.withProtection(change.apply(s.protection())));
  }
}
