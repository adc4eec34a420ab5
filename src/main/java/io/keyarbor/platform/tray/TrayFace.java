package io.keyarbor.platform.tray;

import java.util.List;

/**
 * What a tray icon shows.
 *
 * @param icon the same picture in several sizes
 * @param tooltip one line
 * @param menu from top to bottom
 * @param <C> what choosing an item of the menu means
 */
public record TrayFace<C>(List<Picture> icon, String tooltip, List<TrayItem<C>> menu) {
  /** Copies the lists. */
  public TrayFace {
    icon = List.copyOf(icon);
    menu = List.copyOf(menu);
  }
}
