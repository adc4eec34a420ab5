package io.keyarbor.platform.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** What the StatusNotifierItem specification of freedesktop.org says, as far as it is used here. */
public final class StatusNotifier {
  /** Name on the bus of who keeps the list of icons. */
  static final String WATCHER = "org.kde.StatusNotifierWatcher";

  /** Its object. */
  static final String WATCHER_PATH = "/StatusNotifierWatcher";

  /** Where an icon's object lies. */
  static final String ITEM_PATH = "/StatusNotifierItem";

  private StatusNotifier() {}

  /** The icon. */
  @DBusInterfaceName("org.kde.StatusNotifierItem")
  public interface Item extends DBusInterface {
    /** It was pressed. */
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /** It was pressed with the middle button. */
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /** Its menu is wanted; hosts that know dbusmenu show it themselves. */
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    /** The wheel was turned over it. */
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /** It has another picture. */
    final class NewIcon extends DBusSignal {
      /** As the bus wants it. */
      public NewIcon(String path) throws DBusException {
        super(path);
      }
    }

    /** It has another tooltip. */
    final class NewToolTip extends DBusSignal {
      /** As the bus wants it. */
      public NewToolTip(String path) throws DBusException {
        super(path);
      }
    }
  }

  /** A picture in a property of the icon. */
  public static final class Pixmap extends Struct {
    /** Pixels. */
    @Position(0)
    public final int width;

    /** Pixels. */
    @Position(1)
    public final int height;

    /** ARGB, in the byte order of the network. */
    @Position(2)
    public final byte[] argb;

    /** As the bus wants it. */
    public Pixmap(int width, int height, byte[] argb) {
      this.width = width;
      this.height = height;
      this.argb = argb;
    }
  }

  /** What is shown beside the pointer. */
  public static final class ToolTip extends Struct {
    /** Name of an icon of the theme. */
    @Position(0)
    public final String icon;

    /** An own icon. */
    @Position(1)
    public final List<Pixmap> pixmaps;

    /** The title. */
    @Position(2)
    public final String title;

    /** More words; hosts may read them as markup. */
    @Position(3)
    public final String text;

    /** As the bus wants it. */
    public ToolTip(String icon, List<Pixmap> pixmaps, String title, String text) {
      this.icon = icon;
      this.pixmaps = pixmaps;
      this.title = title;
      this.text = text;
    }
  }

  /** Who keeps the list of icons. */
  @DBusInterfaceName(WATCHER)
  public interface Watcher extends DBusInterface {
    /** Adds the icon of that program to the list. */
    @DBusMemberName("RegisterStatusNotifierItem")
    void register(String service);

    /** Somebody who shows icons is there. */
    final class StatusNotifierHostRegistered extends DBusSignal {
      /** As the bus wants it. */
      public StatusNotifierHostRegistered(String path) throws DBusException {
        super(path);
      }
    }

    /** Somebody who shows icons has gone. */
    final class StatusNotifierHostUnregistered extends DBusSignal {
      /** As the bus wants it. */
      public StatusNotifierHostUnregistered(String path) throws DBusException {
        super(path);
      }
    }

    /** An icon is in the list. */
    final class StatusNotifierItemRegistered extends DBusSignal {
      /** As the bus wants it. */
      public StatusNotifierItemRegistered(String path, String service) throws DBusException {
        super(path, service);
      }
    }

    /** An icon is no longer in the list. */
    final class StatusNotifierItemUnregistered extends DBusSignal {
      /** As the bus wants it. */
      public StatusNotifierItemUnregistered(String path, String service) throws DBusException {
        super(path, service);
      }
    }
  }
}
