package io.keyarbor.ui.gallery;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.ui.desktop.DesktopStage;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Leads a person through the app's windows and back. Words are given in English always. */
final class Guide {
  private static final int DEEPEST = 8;

  private final DesktopStage app;
  private final Path folder;

  /**
   * Through {@code app}.
   *
   * @param folder for files that the windows read and write
   */
  Guide(DesktopStage app, Path folder) {
    this.app = app;
    this.folder = folder;
  }

  DesktopStage app() {
    return app;
  }

  Person person() {
    return app.person;
  }

  Path folder() {
    return folder;
  }

  /** Clicks one after the other. */
  void click(String... what) {
    List.of(what).forEach(person()::click);
  }

  /** Presses an item of the window's menu, without showing the menu. */
  void menu(String text) {
    FxThread.run(() -> {
      MenuButton menu = (MenuButton) app.scene().lookup("#more");
      MenuItem item =
          menu.getItems().stream()
              .filter(i -> text.equals(i.getText()) || tr(text).equals(i.getText()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no “" + text + "” in the menu"));
      item.fire();
    });
  }

  /** Chooses the credential of that name in the list. */
  void choose(String name) {
    person().fill("#search", name);
    person().press("Down");
    person().see(".detail-name");
  }

  /** Of the front window: the app's, or the quick search's own. */
  Scene scene() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(s -> s != null && s.getRoot().getStyleClass().contains("palette-window"))
        .findFirst()
        .orElseGet(app::scene);
  }

  /** What has the person's attention: the topmost dialog, or all of the window. */
  Parent part() {
    Scene scene = scene();
    List<Node> dialogs =
        scene.getRoot().getChildrenUnmodifiable().stream()
            .filter(n -> n.getStyleClass().contains("veil"))
            .toList();
    return dialogs.isEmpty() ? scene.getRoot() : (Parent) dialogs.getLast();
  }

  /** Goes back to the window without a dialog, from wherever it is; throws drafts away. */
  void leave() {
    for (int i = 0; i < DEEPEST; i++) {
      if (FxThread.ask(this::step)) {
        return;
      }
      FxThread.pulses(2);
    }
    throw new AssertionError("no way out:\n  " + person().describe());
  }

  /** Whether there is nothing left to leave; if there is, leaves the topmost. */
  private boolean step() {
    Window.getWindows().stream()
        .filter(w -> w instanceof PopupWindow)
        .toList()
        .forEach(Window::hide);
    Parent top = part();
    if (scene() != app.scene()) {
      escape(scene(), top);
      app.desktop.raise();
      return false;
    }
    if (top == app.scene().getRoot()) {
      // They go by themselves, only later.
      ((Pane) top.lookup(".toasts")).getChildren().clear();
      return true;
    }
    if (top.lookup(".dialog-message") != null && top.lookup(".danger") instanceof Button discard) {
      discard.fire();
    } else {
      escape(app.scene(), top);
    }
    return false;
  }

  private static void escape(Scene scene, Parent top) {
    Node at = scene.getFocusOwner();
    KeyEvent escape =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
    Event.fireEvent(at == null ? top : at, escape);
  }
}
