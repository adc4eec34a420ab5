package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.login.LoginStart;
import io.keyarbor.settings.Presence;
import io.keyarbor.settings.Presence.Quiet;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.work.Preferences;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;

/** How the app is there while its window is not looked at. */
final class PresenceSection {
  private static final Quiet USUAL_NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

  private final Preferences preferences;
  private final SystemServices services;
  private final Background background;
  private final CheckBox login = Rows.tick("startAtLogin", false);
  private final Label loginHint = Rows.hint(tr("The system starts Keyarbor when you log in."));

  PresenceSection(Preferences preferences, SystemServices services, Background background) {
    this.preferences = preferences;
    this.services = services;
    this.background = background;
  }

  Node view() {
    Presence now = preferences.now().presence();
    CheckBox tray = Rows.tick("tray", now.tray());
    CheckBox closeToTray = Rows.tick("closeToTray", now.closeToTray());
    CheckBox startHidden = Rows.tick("startHidden", now.startHidden());
    CheckBox notifications = Rows.tick("notifications", now.notifications());
    tray.setOnAction(e -> preferences.presence(p -> p.withTray(tray.isSelected())));
    closeToTray.setOnAction(
        e -> preferences.presence(p -> p.withCloseToTray(closeToTray.isSelected())));
    startHidden.setOnAction(
        e -> preferences.presence(p -> p.withStartHidden(startHidden.isSelected())));
    notifications.setOnAction(
        e -> preferences.presence(p -> p.withNotifications(notifications.isSelected())));
    closeToTray.disableProperty().bind(tray.selectedProperty().not());
    startHidden.disableProperty().bind(tray.selectedProperty().not());
    askLogin();
    return Rows.section(
        tr("Presence"),
        Rows.row(tr("Icon in the tray"), tr("Where the desktop has a tray."), tray),
        Rows.row(
            tr("Close to the tray"),
            tr("Closing the window keeps Keyarbor running, if its icon is really shown."),
            closeToTray),
        Rows.row(tr("Start at login"), loginHint, login),
        Rows.row(
            tr("Start in the tray"),
            tr("The start at login shows no window, if the icon is really shown."),
            startHidden),
        Rows.row(
            tr("Notifications"),
            tr("By the system, of keys that expire or fail. Never a secret; no name while locked."),
            notifications),
        quiet(notifications));
  }

  private Node quiet(CheckBox notifications) {
    Optional<Quiet> now = preferences.now().presence().quiet();
    Quiet shown = now.orElse(USUAL_NIGHT);
    CheckBox on = Rows.tick("quiet", now.isPresent());
    ChoiceBox<LocalTime> from = time("quietFrom", tr("Quiet from"), shown.from());
    ChoiceBox<LocalTime> until = time("quietUntil", tr("Quiet until"), shown.until());
    Runnable save =
        () ->
            preferences.presence(p ->
                p.withQuiet(
                    on.isSelected()
                        ? Optional.of(new Quiet(from.getValue(), until.getValue()))
                        : Optional.empty()));
    on.setOnAction(e -> save.run());
    from.setOnAction(e -> save.run());
    until.setOnAction(e -> save.run());
    on.disableProperty().bind(notifications.selectedProperty().not());
    from.disableProperty().bind(on.selectedProperty().not().or(on.disableProperty()));
    until.disableProperty().bind(on.selectedProperty().not().or(on.disableProperty()));
    return Rows.row(
        tr("Quiet hours"), tr("Notifications wait until they are over."), on, from, until);
  }

  private static ChoiceBox<LocalTime> time(String id, String name, LocalTime now) {
    DateTimeFormatter words =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(Locale.getDefault(Locale.Category.FORMAT));
    List<LocalTime> hours =
        Stream.concat(
                IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)), Stream.of(now))
            .distinct()
            .sorted()
            .toList();
    ChoiceBox<LocalTime> box = Rows.choice(id, hours, words::format, now);
    box.setAccessibleText(name);
    box.getStyleClass().add("time-choice");
    return box;
  }

  /** The system says how it is; until it has, nothing can be changed. */
  private void askLogin() {
    login.setDisable(true);
    login.setOnAction(e -> setLogin(login.isSelected()));
    withLogin(start -> {});
  }

  private void setLogin(boolean on) {
    login.setDisable(true);
    withLogin(start -> {
      try {
        start.set(on);
      } catch (IOException e) {
        throw new VaultException.Refused(
            "The start at login could not be changed: the system refused. Look in its own settings"
                + " for programs that start at login.");
      }
    });
  }

  private void withLogin(Consumer<LoginStart> deed) {
    background.run(
        () -> {
          Optional<LoginStart> start = services.login().get();
          start.ifPresent(deed);
          return start.isPresent() ? Optional.of(start.get().isOn()) : Optional.<Boolean>empty();
        },
        this::showLogin,
        failure -> {
          preferences.dialogs().error(failure);
          login.setDisable(false);
          login.setSelected(!login.isSelected());
        });
  }

  private void showLogin(Optional<Boolean> state) {
    login.setDisable(state.isEmpty());
    login.setSelected(state.orElse(false));
    if (state.isEmpty()) {
      loginHint.setText(tr("Not possible here: only an installed Keyarbor can start at login."));
      login.setAccessibleHelp(loginHint.getText());
    }
  }
}
