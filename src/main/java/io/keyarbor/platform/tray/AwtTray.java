package io.keyarbor.platform.tray;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tray icon by AWT: the way of Windows and macOS, and on Linux of panels that know only the old
 * way of X. AWT is loaded when the icon is first shown, off the caller's thread. It also shows
 * notifications, while its icon is shown.
 *
 * @param <C> what choosing an item of the menu means
 */
public final class AwtTray<C> implements Tray<C> {
  private final TrayListener<C> listener;
  // Of AWT's thread alone.
  private Optional<TrayIcon> icon = Optional.empty();
  private boolean watching;
  private Optional<TrayFace<C>> face = Optional.empty();
  private Runnable pressedNotice = () -> {};
  private volatile boolean shown;
  private volatile boolean closed;
  private volatile boolean begun;

  /** An icon that {@link #show} brings to the tray. */
  public AwtTray(TrayListener<C> listener) {
    this.listener = listener;
  }

  @Override
  public void show(TrayFace<C> next) {
    begun = true;
    later(() -> {
      face = Optional.of(next);
      if (icon.isEmpty()) {
        add();
      }
      icon.ifPresent(i -> dress(i, next));
    });
  }

  /** On AWT's thread, which is started by another one, for that takes its time. */
  private static void later(Runnable deed) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (!GraphicsEnvironment.isHeadless()) {
              EventQueue.invokeLater(deed);
            }
          } catch (AWTError | LinkageError noAwt) {
            // This system or this runtime has none, so there is no icon.
          }
        });
  }

  private void add() {
    if (closed || !SystemTray.isSupported()) {
      return;
    }
    SystemTray tray = SystemTray.getSystemTray();
    if (!watching) {
      watching = true;
      tray.addPropertyChangeListener("systemTray", change -> come(change.getNewValue() != null));
      tray.addPropertyChangeListener("trayIcons", change -> look());
    }
    TrayIcon fresh = new TrayIcon(blank());
    fresh.setImageAutoSize(true);
    fresh.addActionListener(e -> pressedNotice());
    fresh.addMouseListener(
        new java.awt.event.MouseAdapter() {
          @Override
          public void mouseClicked(java.awt.event.MouseEvent e) {
            if (e.getButton() == java.awt.event.MouseEvent.BUTTON1 && !e.isPopupTrigger()) {
              listener.pressed();
            }
          }
        });
    try {
      tray.add(fresh);
      icon = Optional.of(fresh);
    } catch (AWTException noTrayNow) {
      icon = Optional.empty();
    }
    look();
  }

  private void pressedNotice() {
    Runnable pressed = pressedNotice;
    pressedNotice = () -> {};
    pressed.run();
  }

  /** The panel has come, or gone and the icon with it. */
  private void come(boolean there) {
    icon = Optional.empty();
    look();
    if (there) {
      face.ifPresent(this::show);
    }
  }

  private void look() {
    boolean now =
        icon.isPresent() && List.of(SystemTray.getSystemTray().getTrayIcons()).contains(icon.get());
    if (shown != now) {
      shown = now;
      listener.shown(now);
    }
  }

  private void dress(TrayIcon to, TrayFace<C> next) {
    int wanted = Math.max(SystemTray.getSystemTray().getTrayIconSize().height, 1);
    next.icon().stream()
        .min(Comparator.comparingInt(p -> Math.abs(p.size() - wanted)))
        .ifPresent(p -> to.setImage(image(p)));
    to.setToolTip("Keyarbor – " + next.tooltip());
    PopupMenu popup = new PopupMenu();
    fill(popup, next.menu());
    to.setPopupMenu(popup);
  }

  private void fill(Menu menu, List<TrayItem<C>> items) {
    for (TrayItem<C> item : items) {
      if (item.isLine()) {
        menu.addSeparator();
        continue;
      }
      MenuItem line = item.children().isEmpty() ? new MenuItem() : new Menu();
      line.setLabel(item.label());
      line.setEnabled(item.enabled());
      if (line instanceof Menu inner) {
        fill(inner, item.children());
      }
      item.choice().ifPresent(choice -> line.addActionListener(e -> listener.chosen(choice)));
      menu.add(line);
    }
  }

  private static Image image(Picture picture) {
    int size = picture.size();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, picture.argb(), 0, size);
    return image;
  }

  private static Image blank() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
  }

  @Override
  public boolean isShown() {
    return shown;
  }

  /**
   * Shows a notification at the icon, if that is shown.
   *
   * @param pressed called when the person presses it, on any thread
   */
  void tell(String title, String text, Runnable pressed) {
    if (begun && !closed) {
      later(() -> {
        pressedNotice = pressed;
        icon.ifPresent(i -> i.displayMessage(title, text, TrayIcon.MessageType.NONE));
      });
    }
  }

  /** Presses nothing any more; the system itself takes a notification away after some seconds. */
  void forgetNotice() {
    if (begun) {
      later(() -> pressedNotice = () -> {});
    }
  }

  @Override
  public void close() {
    closed = true;
    if (begun) {
      later(() -> {
        icon.ifPresent(SystemTray.getSystemTray()::remove);
        icon = Optional.empty();
        look();
      });
    }
  }
}
