package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Settings;
import io.keyarbor.ui.work.Preferences;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;

/** What guards the vault. */
final class SecuritySection {
  private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 480);
  private static final List<Integer> SECONDS = List.of(10, 20, 30, 45, 60, 120, 300);

  private final Preferences preferences;
  private final SystemServices services;

  SecuritySection(Preferences preferences, SystemServices services) {
    this.preferences = preferences;
    this.services = services;
  }

  Node view() {
    Settings now = preferences.now();
    ChoiceBox<Integer> autoLock =
        Rows.choice(
            "autoLock",
            with(MINUTES, now.autoLockMinutes()),
            m -> count(m, "{0} minute", "{0} minutes"),
            now.autoLockMinutes());
    autoLock.setOnAction(e -> preferences.change(s -> s.withAutoLockMinutes(autoLock.getValue())));
    ChoiceBox<Integer> clipboard =
        Rows.choice(
            "clipboard",
            with(SECONDS, now.clipboardSeconds()),
            n -> count(n, "{0} second", "{0} seconds"),
            now.clipboardSeconds());
    clipboard.setOnAction(
        e -> preferences.change(s -> s.withClipboardSeconds(clipboard.getValue())));
    CheckBox withSystem = Rows.tick("lockWithSystem", now.protection().lockWithSystem());
    withSystem.setOnAction(
        e -> preferences.protection(p -> p.withLockWithSystem(withSystem.isSelected())));
    return Rows.section(
        tr("Security"),
        Rows.row(
            tr("Lock when idle"),
            tr("The vault locks when you do nothing here for so long."),
            autoLock),
        Rows.row(
            tr("Lock with the system"),
            tr(
                "The vault locks when the computer sleeps, its screen is locked or another person"
                    + " comes to the front."),
            withSystem),
        quickUnlock(),
        Rows.row(
            tr("Clear the clipboard"),
            tr("A copied secret is taken back after this time, if it is still there."),
            clipboard),
        screenshots());
  }

  /** What was set by hand in the file stays a choice. */
  private static List<Integer> with(List<Integer> usual, int now) {
    return Stream.concat(usual.stream(), Stream.of(now)).distinct().sorted().toList();
  }

  private Node quickUnlock() {
    QuickUnlock now = preferences.now().protection().quickUnlock();
    List<QuickUnlock> offered =
        Stream.of(QuickUnlock.values())
            .filter(q -> q != QuickUnlock.KEYRING || services.quick().hasKeyring() || q == now)
            .toList();
    ChoiceBox<QuickUnlock> choice = Rows.choice("quickUnlock", offered, q -> tr(q.label()), now);
    Label hint = Rows.hint(words(now));
    choice.setOnAction(e -> {
      preferences.protection(p -> p.withQuickUnlock(choice.getValue()));
      hint.setText(words(choice.getValue()));
      choice.setAccessibleHelp(hint.getText());
    });
    return Rows.row(tr("Quick unlock"), hint, choice);
  }

  /** What is gained, and what it costs, before it is switched on. */
  private String words(QuickUnlock way) {
    return switch (way) {
      case OFF ->
          services.quick().hasKeyring()
              ? tr("Only the master password opens the vault. That is the safest.")
              : tr(
                  "Only the master password opens the vault. That is the safest. By the keyring"
                      + " Keyarbor can unlock on Linux only, where a Secret Service runs.");
      case KEYRING ->
          tr(
              "The system's keyring opens the vault. While you are logged in, every program of"
                  + " yours, and whoever sits at your unlocked computer, could open it too. Set up"
                  + " by your next unlock with the master password.");
      case PIN ->
          tr(
              "A short PIN opens the vault until Keyarbor ends, for 12 hours at most and 3 tries."
                  + " Whoever can read this program's memory could guess it. You choose it when you"
                  + " next unlock with the master password.");
    };
  }

  private Node screenshots() {
    CheckBox hide =
        Rows.tick(
            "hideFromScreenshots",
            services.hidesFromScreenshots()
                && preferences.now().protection().hideFromScreenshots());
    hide.setDisable(!services.hidesFromScreenshots());
    hide.setOnAction(
        e -> preferences.protection(p -> p.withHideFromScreenshots(hide.isSelected())));
    return Rows.row(
        tr("Hide from screenshots"),
        services.hidesFromScreenshots()
            ? tr("Pictures and recordings of the screen leave the window out.")
            : tr("Keyarbor cannot do that here; it can on Windows."),
        hide);
  }
}
