package io.keyarbor.ui.gallery;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Settings;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.desktop.DesktopStage;
import io.keyarbor.ui.gallery.View.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;

/** Every window of the app. A new window gets one line here, and all checks hold for it. */
final class Gallery {
  private static final String LONGEST = "Zugang der Abteilung";

  private Gallery() {}

  static List<View> all() {
    return Stream.of(windows(), Above.all(), Transfers.all()).flatMap(List::stream).toList();
  }

  private static List<View> windows() {
    return List.of(
        at(Start.NEW, "welcome", g -> g.person().see("About Keyarbor")),
        at(Start.NEW, "create", g -> g.click("Create a vault")),
        at(Start.NEW, "create-weak", Gallery::createWithFaults),
        at(Start.LOCKED, "unlock", g -> g.person().see("About Keyarbor")),
        at(Start.LOCKED, "unlock-wrong", Gallery::unlockWrong),
        at(Start.LOCKED, "front-appearance", g -> front(g, "Appearance", "#scale")),
        at(Start.LOCKED, "front-log", g -> front(g, "Log", "#log-lines")),
        at(Start.LOCKED, "front-about", g -> front(g, "About Keyarbor", ".licences")),
        at(Start.PIN, "unlock-new-pin", g -> g.person().see("#newPin")),
        at(Start.PIN, "unlock-pin", Gallery::unlockPin),
        at(Start.DEMO, "demo-unlock", g -> g.person().see("Leave the demo")),
        at(Start.DEMO, "demo", Gallery::unlock),
        at(Start.EMPTY, "doors", g -> g.person().see("Add a credential")),
        at(Start.OPEN, "main", g -> g.person().see("#search")),
        at(Start.OPEN, "detail", g -> g.choose("Proxmox Production")),
        at(Start.OPEN, "detail-longest", g -> g.choose(LONGEST)),
        at(Start.OPEN, "detail-longest-below", g -> below(g, LONGEST)),
        at(Start.OPEN, "detail-certificate", g -> g.choose("Grafana Operations")),
        at(Start.OPEN, "detail-kept", g -> g.choose("Build server")),
        at(Start.OPEN, "detail-kept-below", g -> below(g, "Build server")),
        at(Start.OPEN, "bulk", Gallery::bulk),
        at(Start.OPEN, "save-search", Gallery::saveSearch),
        at(Start.OPEN, "saved-search", Gallery::savedSearch),
        at(Start.OPEN, "no-hits", g -> g.person().fill("#search", "nothing like this")),
        at(Start.OPEN, "menu", g -> g.click("#more")),
        at(Start.OPEN, "toast", Gallery::toast),
        at(Start.OPEN, "trash", g -> g.click("#shelf-trash")),
        at(Start.OPEN, "trash-confirm", g -> g.click("#shelf-trash", "Empty the trash…")),
        at(Start.OPEN, "new-group", g -> g.menu("New group…")),
        at(Start.OPEN, "revealed", Gallery::revealed),
        at(Start.OPEN, "models", Gallery::models),
        at(Start.OPEN, "sent", g -> then(g, x -> x.choose(LONGEST), "What will be sent")),
        at(Start.OPEN, "palette", g -> palette(g, "pro")),
        at(Start.OPEN, "palette-longest", g -> palette(g, "zugang")),
        at(Start.OPEN, "palette-alone", Gallery::paletteAlone),
        at(Start.OPEN, "calendar", Gallery::calendar),
        at(Start.OPEN, "schedule", Gallery::schedule),
        at(Start.OPEN, "error", Gallery::error),
        at(Start.OPEN, "log", Gallery::log),
        at(Start.OPEN, "log-clear", g -> then(g, Gallery::log, "Clear…")),
        at(Start.OPEN, "news", g -> g.click("#news-bell")),
        at(Start.OPEN, "wizard-services", g -> g.person().press("Ctrl+N")),
        at(Start.OPEN, "wizard-form", g -> wizard(g, "aws")),
        at(Start.OPEN, "wizard-form-choices", g -> wizard(g, "http-generic")),
        at(Start.OPEN, "wizard-tested", Gallery::wizardTested),
        at(Start.OPEN, "wizard-about", Gallery::wizardAbout),
        at(Start.OPEN, "wizard-leave", Gallery::wizardLeave),
        at(Start.OPEN, "editor", g -> then(g, x -> x.choose(LONGEST), "Edit")),
        at(Start.OPEN, "settings", g -> g.menu("Settings…")),
        at(Start.OPEN, "settings-security", g -> settings(g, 1)),
        at(Start.OPEN, "settings-presence", g -> settings(g, 2)),
        at(Start.OPEN, "settings-log", g -> settings(g, 3)),
        at(Start.OPEN, "password", g -> g.menu("Change master password…")),
        at(Start.OPEN, "about", g -> g.menu("About Keyarbor")),
        at(Start.OPEN, "help", g -> g.menu("Help (F1)")),
        at(Start.OPEN, "keyboard-map", g -> g.menu("Keyboard map")),
        at(Start.OPEN, "welcome-tour", g -> g.menu("Welcome tour")),
        at(Start.OPEN, "welcome-tour-end", Gallery::tourEnd),
        at(Start.OPEN, "templates", g -> g.menu("Service templates…")),
        at(Start.OPEN, "template-editor", Gallery::templateEditor),
        at(Start.OPEN, "template-fault", Gallery::templateFault),
        at(Start.OPEN, "profiles", g -> g.menu("Profiles…")),
        at(Start.OPEN, "profiles-variable", g -> profiles(g, "Add variable…")),
        at(Start.OPEN, "profiles-credentials", g -> profiles(g, "Add credentials…")));
  }

  /** How to come to one of the windows. */
  static Consumer<Guide> way(String name) {
    return windows().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow().way();
  }

  /** One window, or one state of it. */
  static View at(Start start, String name, Consumer<Guide> way) {
    return new View(name, start, way);
  }

  private static void front(Guide g, String door, String shown) {
    g.click(door);
    g.person().see(shown);
  }

  static void then(Guide g, Consumer<Guide> first, String click) {
    first.accept(g);
    g.click(click);
  }

  private static void createWithFaults(Guide g) {
    g.click("Create a vault");
    g.person().fill("#password", "three words");
    g.click("#create");
    g.person().see(".notice");
  }

  private static void unlockWrong(Guide g) {
    g.person().fill("Master password", "not this one");
    g.person().press("Enter");
    g.person().see(".notice");
  }

  private static void unlock(Guide g) {
    g.person().fill("Master password", DesktopStage.PASSWORD);
    g.person().press("Enter");
    g.person().see("#search");
  }

  private static void unlockPin(Guide g) {
    g.person().fill("#newPin", "4711");
    unlock(g);
    g.person().press("Ctrl+L");
    g.person().see("Unlock with the PIN");
  }

  private static void bulk(Guide g) {
    g.person().fill("#search", "proxmox");
    g.person().press("Down");
    g.person().press("Ctrl+A");
    g.person().see("#bulk-tag");
  }

  private static void revealed(Guide g) {
    g.choose("Build server");
    FxThread.run(() -> {
      Node shown = g.app().scene().lookup(".detail-fields .revealed-secret");
      ((IconButton) shown.getParent().lookup(".button-icon")).fire();
    });
    g.person().see(".character");
  }

  private static void models(Guide g) {
    // Of the two that it finds, the last one lists models.
    g.choose(LONGEST);
    g.person().press("Down");
    g.person().see(".verdict-panel");
    FxThread.run(() -> ((Hyperlink) g.app().scene().lookup(".verdict-panel .hyperlink")).fire());
    g.person().see(".models-list");
  }

  private static void saveSearch(Guide g) {
    g.person().fill("#search", "status:failing expires:<30d");
    g.click("Save this search");
    g.person().see("#search-name");
  }

  private static void savedSearch(Guide g) {
    saveSearch(g);
    g.person().fill("#search-name", "Failing, and gone within thirty days");
    g.person().press("Enter");
    g.person().see(".saved-search");
  }

  private static void palette(Guide g, String typed) {
    g.person().press("Ctrl+K");
    g.person().see("#palette-search");
    g.person().type(typed);
    g.person().see(".mark");
  }

  private static void paletteAlone(Guide g) {
    FxThread.run(() -> {
      g.app().desktop.hide();
      g.app().desktop.quick();
    });
    g.person().see("#palette-search");
    g.person().type("pro");
    g.person().see(".mark");
  }

  private static void calendar(Guide g) {
    g.person().press("Ctrl+Shift+E");
    g.person().see("#month");
  }

  private static void schedule(Guide g) {
    groupBy(g, Grouping.GROUP);
    g.person().fill("#search", "Router at home");
    g.click("Home lab");
    g.app().contextMenu("Scheduled tests…");
    FxThread.run(
        () -> ((ComboBox<?>) g.part().lookup("#schedule-choice")).getSelectionModel().selectLast());
    groupBy(g, Settings.DEFAULTS.grouping());
  }

  private static void groupBy(Guide g, Grouping grouping) {
    FxThread.run(() -> {
      ComboBox<?> box = (ComboBox<?>) g.app().scene().lookup("#groupBy");
      box.getSelectionModel().select(box.getItems().indexOf(grouping));
    });
  }

  private static void error(Guide g) {
    g.choose(LONGEST);
    g.app().failOnce();
    g.click("What will be sent");
    g.person().see("Copy the code");
  }

  private static void log(Guide g) {
    g.app().journal().failed(new IllegalStateException("nobody foresaw this"));
    g.menu("Log…");
    g.person().see("#log-lines");
    g.person()
        .waitUntil(
            () ->
                g.app().scene().lookup("#log-lines") instanceof ListView<?> lines
                    && !lines.getItems().isEmpty(),
            "the log is empty");
  }

  /** Scrolls to one of the sections. */
  private static void settings(Guide g, int number) {
    g.menu("Settings…");
    FxThread.pulses(2);
    FxThread.run(() -> {
      ScrollPane scroll = (ScrollPane) g.app().scene().lookup(".settings-scroll");
      Region sections = (Region) scroll.getContent();
      double above = sections.getChildrenUnmodifiable().get(number).getBoundsInParent().getMinY();
      scroll.setVvalue(above / (sections.getHeight() - scroll.getViewportBounds().getHeight()));
    });
  }

  private static void below(Guide g, String name) {
    g.choose(name);
    FxThread.run(() -> ((ScrollPane) g.app().scene().lookup(".detail .scroll-pane")).setVvalue(1));
  }

  private static void toast(Guide g) {
    g.choose(LONGEST);
    g.person().press("Delete");
    g.person().see("Undo");
  }

  private static void tourEnd(Guide g) {
    g.menu("Welcome tour");
    g.click("Next", "Next", "Next", "Next");
  }

  private static void wizard(Guide g, String service) {
    g.person().press("Ctrl+N");
    g.person().fill("#search", service);
    g.click("#service-" + service);
  }

  private static void wizardTested(Guide g) {
    wizard(g, "github");
    g.person().fill("#field-token", "visibly-fake-github-token");
    g.click("Test connection");
    g.person().see("What will be sent");
  }

  private static void wizardAbout(Guide g) {
    wizardTested(g);
    g.click("Next");
  }

  private static void wizardLeave(Guide g) {
    wizardTested(g);
    g.person().press("Esc");
    g.person().see(".danger");
  }

  private static void templateEditor(Guide g) {
    g.menu("Service templates…");
    g.click("New template", "A service with several ways to log in");
    g.person().see(".code-text");
    g.person().see(".preview-head");
  }

  private static void templateFault(Guide g) {
    templateEditor(g);
    FxThread.run(() -> {
      TextArea code = (TextArea) g.app().scene().lookup(".code-text");
      code.setText(code.getText().replace("\"bearer\"", "\"baerer\""));
    });
    g.person().see(".finding");
  }

  private static void profiles(Guide g, String click) {
    g.menu("Profiles…");
    g.click(click);
  }

  /** The app where the ways of {@code start} begin. */
  static DesktopStage begin(Start start, Path folder, Dress dress) throws IOException {
    DesktopStage app = new DesktopStage(folder);
    app.settings.change(
        s -> s.withTheme(dress.theme()).withFontScale(dress.scale()).withWelcomed(true));
    switch (start) {
      case NEW -> {
        Files.delete(app.vaultFile);
        app.open();
      }
      case LOCKED -> app.locked();
      case PIN -> {
        app.settings.change(s -> s.withProtection(s.protection().withQuickUnlock(QuickUnlock.PIN)));
        app.locked();
      }
      case DEMO -> app.asDemo().locked();
      case EMPTY -> app.emptied().unlocked();
      case OPEN -> app.withLongestTexts().withKeptFields().unlocked();
    }
    return app;
  }
}
