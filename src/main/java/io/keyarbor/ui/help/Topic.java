package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What there is help for: a part of the window each, and its section of the user guide. */
enum Topic {
  UNLOCK,
  LIST,
  BULK,
  DETAIL,
  ADD,
  PROFILES,
  SWEEP,
  IMPORT,
  TEMPLATES,
  TRASH,
  PALETTE,
  CALENDAR,
  SETTINGS,
  KEYS,
  LOG,
  SAFETY;

  /** Where the user guide begins. */
  static final String START = "keyarbor-user-guide";

  /** The style classes of the parts of the window that it is about. */
  private Set<String> styles() {
    return switch (this) {
      case UNLOCK -> Set.of("front");
      case LIST -> Set.of("list", "toolbar", "sidebar");
      case BULK -> Set.of("bulk");
      case DETAIL -> Set.of("detail");
      case ADD -> Set.of("wizard");
      case PROFILES -> Set.of("profiles");
      case IMPORT -> Set.of("transfer");
      case SWEEP -> Set.of("sweep");
      case TEMPLATES -> Set.of("templates", "editor");
      case TRASH -> Set.of("trash");
      case PALETTE -> Set.of("palette");
      case CALENDAR -> Set.of("calendar", "calendar-empty");
      case SETTINGS -> Set.of("settings");
      case KEYS -> Set.of("keys");
      case LOG -> Set.of("log");
      case SAFETY -> Set.of();
    };
  }

  /**
   * The one for where {@code focused} lies.
   *
   * @param focused null where nothing has the focus
   * @param window all that is shown
   */
  static Topic at(Node focused, Parent window) {
    return Stream.iterate(focused, n -> n != null, n -> (Node) n.getParent())
        .flatMap(node -> Arrays.stream(values()).filter(t -> t.isMetBy(node)))
        .findFirst()
        .orElseGet(() -> window.lookup(".front") == null ? LIST : UNLOCK);
  }

  private boolean isMetBy(Node node) {
    return node.getStyleClass().stream().anyMatch(styles()::contains);
  }

  /** Where the user guide says more. */
  String anchor() {
    return switch (this) {
      case UNLOCK -> "the-first-minute";
      case LIST -> "find";
      case BULK -> "several-at-once";
      case CALENDAR -> "the-expiry-calendar";
      case DETAIL -> "test";
      case ADD -> "add";
      case PROFILES -> "profiles-and-the-command-line";
      case IMPORT, SWEEP -> "bring-in-what-you-have";
      case TEMPLATES -> "services-of-your-own";
      case TRASH -> "delete-and-bring-back";
      case PALETTE -> "copy";
      case SETTINGS -> "settings";
      case KEYS -> "keys";
      case LOG -> "the-log";
      case SAFETY -> "what-keeps-your-keys-safe";
    };
  }

  /** What a person reads in the list of topics. */
  String title() {
    return switch (this) {
      case UNLOCK -> tr("Open a vault");
      case LIST -> tr("Find a credential");
      case BULK -> tr("Change several at once");
      case DETAIL -> tr("Test and copy");
      case ADD -> tr("Add or edit a credential");
      case PROFILES -> tr("Profiles and the command line");
      case IMPORT -> tr("Import and export");
      case SWEEP -> tr("Sweep this computer");
      case TEMPLATES -> tr("Service templates");
      case TRASH -> tr("Delete and bring back");
      case PALETTE -> tr("Quick search");
      case CALENDAR -> tr("Expiry calendar");
      case SETTINGS -> tr("Settings");
      case KEYS -> tr("Keyboard map");
      case LOG -> tr("Log");
      case SAFETY -> tr("What keeps your keys safe");
    };
  }

  /** The short help, a paragraph each. */
  List<String> paragraphs() {
    return switch (this) {
      case UNLOCK ->
          List.of(
              tr(
                  "A vault is one encrypted file. Your master password opens it; nobody can reset that"
                      + " password, so keep it somewhere safe."),
              tr(
                  "A key file is a second lock: the vault then opens only with both. Keep it on another"
                      + " device, and keep a copy."),
              tr("The demo is a vault to play with. Nothing in it is real, and it is gone after."));
      case LIST ->
          List.of(
              tr(
                  "Type in the search field: words of the name, service, host, tags or notes. Down goes"
                      + " to the list."),
              tr(
                  "The left side shows what needs you: what fails, what expires soon, what was never"
                      + " tested. Below it, choose by what the list is grouped."),
              tr(
                  "The right button of the mouse, or the menu key, shows what can be done with a row."));
      case BULK ->
          List.of(
              tr(
                  "Ctrl or Shift with a click, or Shift with the arrows, chooses several; Ctrl+A chooses"
                      + " all that are listed. Then this stands where the details were."),
              tr(
                  "Enter goes from the list to it. Each change is saved at once for all of them, and"
                      + " Ctrl+Z takes it back for all."));
      case DETAIL ->
          List.of(
              tr(
                  "Test asks the service itself whether the secret still works. The answer says what was"
                      + " found, why, and what to do next."),
              tr(
                  "“What will be sent” shows each request before it is sent. Nothing goes anywhere else."),
              tr(
                  "A secret that you show hides again after 20 seconds. One that you copy is cleared from"
                      + " the clipboard after the time that the settings say."));
      case ADD ->
          List.of(
              tr(
                  "Choose the service, or paste a key: many tell by themselves which service they are"
                      + " for. Then fill in the form; faults are named at their field."),
              tr("Test before you save. A failed test warns, but never keeps you from saving."),
              tr("If your service is not there, use a generic one, or write a template for it."));
      case PROFILES ->
          List.of(
              tr(
                  "A profile is a set of environment variables, each filled from a field of a"
                      + " credential. Programs get them for one run."),
              tr(
                  "Values stay in memory. Only a variable that must name a file, such as KUBECONFIG, gets"
                      + " one that nobody else may read, for as long as the program runs."),
              tr("“Copy command” copies the line that starts a program with these variables."));
      case IMPORT ->
          List.of(
              tr(
                  "An import shows first what it found and what it would add. Nothing changes before you"
                      + " press Import, and all of it can be undone."),
              tr(
                  "A bundle is an encrypted export with its own password. Other formats are not"
                      + " encrypted: delete such a file once it has done its work."));
      case SWEEP ->
          List.of(
              tr(
                  "The sweep looks for keys in environment variables, .env files and settings of command"
                      + " line tools, only in the places that it lists."),
              tr(
                  "What it finds can be tested, taken into the vault, and replaced in its file by a"
                      + " reference. An encrypted copy of each file lets you undo it."));
      case TEMPLATES ->
          List.of(
              tr(
                  "A template describes a service: its form, its test, and how its keys look. Yours lie"
                      + " in a folder and count as soon as they are saved."),
              tr(
                  "Your own template takes the place of a bundled one of the same name. A fault is named"
                      + " with its line."));
      case TRASH ->
          List.of(
              tr(
                  "What you delete lies in the trash with all its secrets until you restore it or delete"
                      + " it for good."));
      case PALETTE ->
          List.of(
              tr(
                  "Type a few letters of a name and press Enter: its main secret is copied. Arrows choose"
                      + " another credential, Ctrl+1 to Ctrl+9 copy another field."));
      case CALENDAR ->
          List.of(
              tr(
                  "The month shows on which days credentials expire, the line below it the next twelve"
                      + " months, and the list everything in order."),
              tr(
                  "Arrows go by days and weeks, Page Up and Page Down by months. Enter on a credential in"
                      + " the list shows it in the window."));
      case SETTINGS ->
          List.of(
              tr(
                  "Each change holds at once. Settings lie unencrypted in a folder of their own, apart from"
                      + " the vaults, and hold nothing of what is in a vault."));
      case KEYS ->
          List.of(
              tr(
                  "The map lists what each key does, part by part. Ctrl+/ opens it from anywhere in the"
                      + " window."),
              tr(
                  "All can be done by keyboard alone: Tab goes on, Shift+Tab back, arrows move in lists and"
                      + " menus, Space presses, Esc closes."));
      case LOG ->
          List.of(
              tr(
                  "The log says what the app did and where it failed, the newest line first. It holds no"
                      + " name, no host, no path and nothing of your vault."),
              tr(
                  "Copy takes the lines that you chose, or all that are shown, to send with a report."));
      case SAFETY ->
          List.of(
              tr(
                  "The vault locks when you are away for the time in the settings, when you lock it, and"
                      + " when the app ends. Then nothing of it is left on the screen."),
              tr(
                  "Keep backups, and a copy of the key file if you use one. Without the master password"
                      + " nobody can open the vault, not even its makers."),
              tr(
                  "Keyarbor speaks only with the services that you test. It has no account, no cloud and"
                      + " no statistics."));
    };
  }
}
