package io.keyarbor.ui.desktop;

import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.welcome.WelcomeTour;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import javafx.stage.Stage;

/** Offers the welcome tour once: to who has just made their first vault. */
public final class Welcome implements Companion {
  private final Stage stage;
  private final SettingsStore settings;

  /** For the window in {@code stage}. */
  public Welcome(Stage stage, SettingsStore settings) {
    this.stage = stage;
    this.settings = settings;
  }

  @Override
  public void unlocked(Opened open) {
    if (settings.current().welcomed() || !isNew(open.work().session())) {
      return;
    }
    try {
      settings.change(s -> s.withWelcomed(true));
    } catch (SettingsStore.NotSaved e) {
      // Then it is offered once more; what matters is said when settings are changed by hand.
    }
    new WelcomeTour(stage.getScene(), open.work().dialogs()).open();
  }

  private static boolean isNew(Session session) {
    try {
      return session.credentials().all().isEmpty();
    } catch (VaultException.Locked meanwhile) {
      return false;
    }
  }
}
