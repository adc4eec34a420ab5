package io.keyarbor.ui.desktop;

import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.platform.journal.Journal;
import io.keyarbor.platform.keyring.Keyring;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.settings.SystemServices;
import io.keyarbor.ui.unlock.QuickEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What a system offers that cannot start the app. */
final class TestServices {
  private TestServices() {}

  static SystemServices in(Path folder, SettingsStore settings, Optional<Keyring> keyring) {
    return new SystemServices(
        new QuickEntry(settings, folder, keyring, Clock.systemUTC(), new HandWoundTimer()),
        new Journal(folder.resolve("log"), Clock.systemUTC()),
        Optional::empty,
        false,
        shown -> {});
  }
}
