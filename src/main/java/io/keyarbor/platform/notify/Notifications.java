package io.keyarbor.platform.notify;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What the Desktop Notifications Specification of freedesktop.org says, as far as it is used. */
@DBusInterfaceName(Notifications.NAME)
public interface Notifications extends DBusInterface {
  /** Name of the interface, and on the bus. */
  String NAME = "org.freedesktop.Notifications";

  /** Where its object lies. */
  String PATH = "/org/freedesktop/Notifications";

  /** What the server can do, e.g. {@code body-markup}. */
  @DBusMemberName("GetCapabilities")
  List<String> capabilities();

  /**
   * Shows a notification.
   *
   * @param replaces number of the one whose place it takes; 0 for none
   * @param actions each as a key and a label
   * @param timeout milliseconds; -1 leaves it to the server
   * @return its number
   */
  @DBusMemberName("Notify")
  UInt32 show(
      String app,
      UInt32 replaces,
      String icon,
      String title,
      String text,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeout);

  /** Takes one away. */
  @DBusMemberName("CloseNotification")
  void take(UInt32 number);

  /** A notification was pressed, or one of its buttons. */
  final class ActionInvoked extends DBusSignal {
    /** Of the notification. */
    public final UInt32 number;

    /** Key of the action. */
    public final String key;

    /** As the bus wants it. */
    public ActionInvoked(String path, UInt32 number, String key) throws DBusException {
      super(path, number, key);
      this.number = number;
      this.key = key;
    }
  }

  /** A notification is gone. */
  final class NotificationClosed extends DBusSignal {
    /** Of the notification. */
    public final UInt32 number;

    /** As the bus wants it. */
    public NotificationClosed(String path, UInt32 number, UInt32 reason) throws DBusException {
      super(path, number, reason);
      this.number = number;
    }
  }
}
