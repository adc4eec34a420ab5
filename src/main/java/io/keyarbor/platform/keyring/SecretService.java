package io.keyarbor.platform.keyring;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.dbus.BusAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * A keyring that speaks the Secret Service API of freedesktop.org, as GNOME Keyring, KWallet and
 * KeePassXC do. The key travels over the session's bus as it is, which other programs of the person
 * could listen to; they could as well ask the keyring for it.
 */
final class SecretService implements Keyring {
  private static final String LABEL = "Keyarbor quick unlock";

  private final BusAddress address;

  SecretService(BusAddress address) {
    this.address = address;
  }

  /** What is asked in one conversation. */
  @FunctionalInterface
  private interface Talk<T> {
    T with(Service service) throws Unavailable;
  }

  /** Any program may answer as the keyring, with anything; that ends here, as no keyring. */
  private <T> T talk(Talk<T> talk) throws Unavailable {
    try (Service service = Service.open(address)) {
      return talk.with(service);
    } catch (RuntimeException malformed) {
      throw new Unavailable("The keyring of this session answers in a way that is not its own.");
    }
  }

  private static Map<String, String> attributes(String id) {
    return Map.of("xdg:schema", "io.keyarbor.QuickUnlock", "id", id);
  }

  @Override
  public void store(String id, Secret key) throws Unavailable {
    talk(service -> {
      DBusPath session = session(service);
      String collection = collection(service);
      unlock(service, List.of(collection));
      Map<String, Variant<?>> properties =
          Map.of(
              "org.freedesktop.Secret.Item.Label",
              new Variant<>(LABEL),
              "org.freedesktop.Secret.Item.Attributes",
              new Variant<>(attributes(id), "a{ss}"));
      return key.<Void, Unavailable>use(bytes -> {
        Object[] secret = {session, new byte[0], bytes, "application/octet-stream"};
        Object[] made =
            service.ask(
                collection, "Collection", "CreateItem", "a{sv}(oayays)b", properties, secret, true);
        service.prompt(made[1]);
        return null;
      });
    });
  }

  @Override
  public Optional<Secret> find(String id) throws Unavailable {
    return talk(service -> {
      List<String> items = items(service, id);
      if (items.isEmpty()) {
        // Some list nothing of a collection that is locked.
        unlock(service, List.of(collection(service)));
        items = items(service, id);
      }
      if (items.isEmpty()) {
        return Optional.empty();
      }
      unlock(service, items);
      Object[] answer = service.ask(items.getFirst(), "Item", "GetSecret", "o", session(service));
      Object[] secret = (Object[]) answer[0];
      return Optional.of(Secret.take(bytes(secret[2])));
    });
  }

  /** Those that are open, then those that are locked. */
  private static List<String> items(Service service, String id) throws Unavailable {
    Object[] found = service.ask(Service.ROOT, "Service", "SearchItems", "a{ss}", attributes(id));
    List<String> items = new ArrayList<>(paths(found[0]));
    items.addAll(paths(found[1]));
    return items;
  }

  private static String collection(Service service) throws Unavailable {
    String path =
        Service.text(service.ask(Service.ROOT, "Service", "ReadAlias", "s", "default")[0]);
    if (path.equals("/")) {
      throw new Unavailable(
          "The keyring of this session has no default collection. Make one in its own program, or"
              + " use the master password.");
    }
    return path;
  }

  @Override
  public void delete(String id) throws Unavailable {
    talk(service -> {
      for (String item : items(service, id)) {
        service.prompt(service.ask(item, "Item", "Delete", "")[0]);
      }
      return null;
    });
  }

  /** One without encryption of its own: whoever could listen could ask as well. */
  private static DBusPath session(Service service) throws Unavailable {
    Object[] opened =
        service.ask(Service.ROOT, "Service", "OpenSession", "sv", "plain", new Variant<>(""));
    return new DBusPath(Service.text(opened[1]));
  }

  private static void unlock(Service service, List<String> paths) throws Unavailable {
    DBusPath[] objects = paths.stream().map(DBusPath::new).toArray(DBusPath[]::new);
    Object[] answer = service.ask(Service.ROOT, "Service", "Unlock", "ao", (Object) objects);
    service.prompt(answer[1]);
  }

  private static List<String> paths(Object array) {
    return array instanceof List<?> list
        ? list.stream().map(Service::text).toList()
        : Arrays.stream((Object[]) array).map(Service::text).toList();
  }

  private static byte[] bytes(Object array) {
    if (array instanceof byte[] bytes) {
      return bytes;
    }
    List<?> list = (List<?>) array;
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (Byte) list.get(i);
    }
    return bytes;
  }
}
