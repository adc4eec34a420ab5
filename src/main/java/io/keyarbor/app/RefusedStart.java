package io.keyarbor.app;

import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.Spoken;
import io.keyarbor.platform.Folders;
import io.keyarbor.settings.SettingsStore;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Alert;

/** A start that is not to be: who starts the app by its icon sees nothing of what is printed. */
final class RefusedStart {
  private RefusedStart() {}

  /**
   * Says in a window why the app does not start, and ends with code 1 once that is read.
   *
   * @param why in English
   */
  static void show(String why) {
    StartUp startUp = new StartUp(Optional.empty());
    startUp.run(() ->
        Platform.startup(() ->
            startUp.run(() -> {
              say(why);
              startUp.end();
            })));
  }

  private static void say(String why) {
    SettingsStore settings = SettingsStore.of(Folders.ofThisSystem());
    new Spoken().speak(settings.current().language().locale());
    Alert alert = new Alert(Alert.AlertType.ERROR, retold(why));
    alert.setTitle("Keyarbor");
    alert.setHeaderText(tr("Keyarbor cannot start"));
    alert.showAndWait();
  }
}
