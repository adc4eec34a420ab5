package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.main.Row.EntryRow;
import io.keyarbor.ui.main.Row.GroupRow;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The context menu of the list, made anew for what is chosen. */
final class RowMenu {
  private final CredentialListModel model;
  private final CredentialTable table;
  private final Deeds deeds;
  private final GroupDeeds groups;
  private final Runnable test;
  private final Runnable edit;

  RowMenu(
      CredentialListModel model,
      CredentialTable table,
      Deeds deeds,
      GroupDeeds groups,
      Runnable test,
      Runnable edit) {
    this.model = model;
    this.table = table;
    this.deeds = deeds;
    this.groups = groups;
    this.test = test;
    this.edit = edit;
  }

  /** A menu that fills itself whenever it is opened. */
  ContextMenu menu() {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(e -> menu.getItems().setAll(items()));
    // The items know what was chosen, which must not outlive the menu.
    menu.setOnHidden(e -> menu.getItems().setAll(new MenuItem()));
    return menu;
  }

  private List<MenuItem> items() {
    return switch (table.row().orElse(null)) {
      case EntryRow row -> ofEntries(row.entry());
      case GroupRow row when row.branch().group().isPresent() ->
          group(row.branch().group().get()).map(this::ofGroup).orElse(List.of());
      case null, default ->
          List.of(
              item(
                  tr("New group…"),
                  "mdi2f-folder-plus-outline",
                  "",
                  () -> groups.add(Optional.empty())));
    };
  }

  private List<MenuItem> ofEntries(Entry entry) {
    List<Credential> chosen = table.chosen().stream().map(Entry::credential).toList();
    Credential one = entry.credential();
    boolean liked = one.details().favourite();
    return List.of(
        item(
            tr("Copy secret"), "mdi2c-content-copy", "Shortcut+C", () -> deeds.copyMainSecret(one)),
        item(tr("Test"), "mdi2l-lan-connect", "Shortcut+T", test),
        item(tr("Edit…"), "mdi2p-pencil-outline", "Shortcut+E", edit),
        new SeparatorMenuItem(),
        item(
            liked ? tr("Remove from favourites") : tr("Add to favourites"),
            liked ? "mdi2s-star-off-outline" : "mdi2s-star-outline",
            "",
            () -> deeds.setFavourite(chosen, !liked)),
        moveTo(g -> deeds.moveToGroup(chosen, g), g -> true),
        new SeparatorMenuItem(),
        item(
            tr("Move to the trash"),
            "mdi2t-trash-can-outline",
            "Delete",
            () -> deeds.moveToTrash(chosen)));
  }

  private List<MenuItem> ofGroup(Group group) {
    return List.of(
        item(
            tr("New group inside…"),
            "mdi2f-folder-plus-outline",
            "",
            () -> groups.add(Optional.of(group.id()))),
        item(tr("Rename…"), "mdi2p-pencil-outline", "", () -> groups.rename(group)),
        moveTo(
            parent -> groups.move(group, parent),
            other -> !model.isWithin(Optional.of(other.id()), group.id())),
        item(tr("Scheduled tests…"), "mdi2c-calendar-clock", "", () -> groups.schedule(group)),
        new SeparatorMenuItem(),
        item(tr("Delete group"), "mdi2f-folder-remove-outline", "", () -> groups.delete(group)));
  }

  private Optional<Group> group(GroupId id) {
    return model.groups().stream().filter(g -> g.id().equals(id)).findFirst();
  }

  private Menu moveTo(Consumer<Optional<GroupId>> move, Predicate<Group> allowed) {
    Menu menu = new Menu(tr("Move to"), new FontIcon("mdi2f-folder-move-outline"));
    menu.getItems().add(item(tr("No group"), "", "", () -> move.accept(Optional.empty())));
    model.groups().stream()
        .filter(allowed)
        .map(g -> item(g.name(), "", "", () -> move.accept(Optional.of(g.id()))))
        .forEach(menu.getItems()::add);
    return menu;
  }

  /**
   * Says the keys and does not set them as an accelerator: those hold in the whole window, for what
   * was chosen when the menu was filled, long after it is closed.
   *
   * @param keys that do the same in the list; empty if none do
   */
  private static MenuItem item(String text, String icon, String keys, Runnable action) {
    MenuItem item = new MenuItem(keys.isEmpty() ? text : tr("{0} ({1})", text, KeyMap.shown(keys)));
    item.setMnemonicParsing(false);
    if (!icon.isEmpty()) {
      item.setGraphic(new FontIcon(icon));
    }
    item.setOnAction(e -> action.run());
    return item;
  }
}
