package io.keyarbor.platform.tray;

import io.keyarbor.platform.dbus.ReadOnlyProperties;
import io.keyarbor.platform.tray.StatusNotifier.Pixmap;
import io.keyarbor.platform.tray.StatusNotifier.ToolTip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** The icon as an object on the bus. The threads of the bus call it. */
final class ItemObject extends ReadOnlyProperties implements StatusNotifier.Item {
  private static final String PIXMAPS = "a(iiay)";
  private static final String TOOLTIP = "(sa(iiay)ss)";

  private final Runnable pressed;
  private volatile List<Pixmap> icon = List.of();
  private volatile String tooltip = "";

  ItemObject(Runnable pressed) {
    this.pressed = pressed;
  }

  /** Looks otherwise from now on. */
  void show(List<Picture> pictures, String words) {
    icon = pictures.stream().map(p -> new Pixmap(p.size(), p.size(), p.bytes())).toList();
    tooltip = words;
  }

  @Override
  public void activate(int x, int y) {
    pressed.run();
  }

  @Override
  public void secondaryActivate(int x, int y) {
    pressed.run();
  }

  @Override
  public void contextMenu(int x, int y) {
    pressed.run();
  }

  @Override
  public void scroll(int delta, String orientation) {
    // Nothing to turn.
  }

  @Override
  protected Map<String, Variant<?>> facts(String of) {
    Map<String, Variant<?>> all = new HashMap<>();
    all.put("Category", new Variant<>("ApplicationStatus"));
    all.put("Id", new Variant<>("keyarbor"));
    all.put("Title", new Variant<>("Keyarbor"));
    all.put("Status", new Variant<>("Active"));
    all.put("WindowId", new Variant<>(0));
    all.put("IconName", new Variant<>(""));
    all.put("IconPixmap", new Variant<>(icon, PIXMAPS));
    all.put("ToolTip", new Variant<>(new ToolTip("", List.of(), "Keyarbor", tooltip), TOOLTIP));
    // The first button opens the window, the other one the menu.
    all.put("ItemIsMenu", new Variant<>(false));
    all.put("Menu", new Variant<>(new DBusPath(MenuObject.PATH)));
    return all;
  }

  @Override
  public String getObjectPath() {
    return StatusNotifier.ITEM_PATH;
  }
}
