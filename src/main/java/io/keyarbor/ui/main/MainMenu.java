package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.view.Demo;
import io.keyarbor.vault.Credential;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The window's menu: the way to what is not done every day. */
final class MainMenu {
  private MainMenu() {}

  /**
   * Fills {@code menu}.
   *
   * @param views how the list is shown
   * @param chosen what is chosen in the list when the item is pressed
   */
  static void fill(
      MenuButton menu,
      List<Menu> views,
      Doors doors,
      GroupDeeds groups,
      Supplier<List<Credential>> chosen,
      Optional<Demo> demo) {
    menu.getItems().addAll(views);
    menu.getItems()
        .addAll(
            item(tr("New group…"), () -> groups.add(Optional.empty())),
            new SeparatorMenuItem(),
            item(tr("Quick search…"), doors.quick()),
            item(tr("Expiry calendar…"), doors.calendar()),
            item(tr("Profiles…"), doors.profiles()),
            item(tr("Sweep this computer…"), doors.sweep()),
            item(tr("Import…"), doors.importing()),
            item(tr("Export…"), () -> doors.exporting().accept(chosen.get())),
            new SeparatorMenuItem(),
            item(tr("Service templates…"), doors.templates()),
            item(tr("Settings…"), doors.settings()),
            item(tr("Log…"), doors.log()),
            item(tr("Change master password…"), doors.changePassword()),
            new SeparatorMenuItem());
    demo.ifPresent(d -> menu.getItems().add(item(tr("Leave the demo"), d.leave())));
    menu.getItems()
        .addAll(
            item(tr("About Keyarbor"), doors.about()),
            item(tr("Help (F1)"), doors.help()),
            item(tr("Keyboard map"), doors.keys()),
            item(tr("User guide"), doors.guide()),
            item(tr("Welcome tour"), doors.welcome()));
  }

  private static MenuItem item(String text, Runnable deed) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> deed.run());
    return item;
  }
}
