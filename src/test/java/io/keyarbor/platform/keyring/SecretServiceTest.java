package io.keyarbor.platform.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.keyring.Keyring.Unavailable;
import io.keyarbor.platform.session.PrivateBus;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a real keyring, and what is said where there is none. */
@Timeout(60)
class SecretServiceTest {
  @TempDir Path folder;

  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void aKeyIsKeptReplacedAndDeleted() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder);
        Secret key = Secret.random(32);
        Secret other = Secret.random(32)) {
      Keyring keyring = gnome.keyring();
      assertEquals(Optional.empty(), keyring.find("a1"));
      keyring.store("a1", other);
      keyring.store("a1", key);
      keyring.store("b2", other);
      try (Secret found = keyring.find("a1").orElseThrow()) {
        assertTrue(found.sameAs(key));
      }
      keyring.delete("a1");
      keyring.delete("a1");
      assertEquals(Optional.empty(), keyring.find("a1"));
      keyring.find("b2").orElseThrow().close();
    }
  }

  /** Nobody is there to be asked for the keyring's password, as in a session without windows. */
  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void aLockedKeyringGivesNothing() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder);
        Secret key = Secret.random(32)) {
      gnome.keyring().store("a1", key);
      gnome.lock();
      Keyring keyring = gnome.keyring();
      String told = assertThrows(Unavailable.class, () -> keyring.find("a1")).getMessage();
      assertTrue(told.contains("master password"), told);
    }
  }

  /** Whoever takes the name first is asked, and may answer with anything. */
  @Test
  @RequiresProgram("dbus-daemon")
  void anAnswerThatNoKeyringGivesIsToldAsNoKeyring() throws Exception {
    try (PrivateBus bus = PrivateBus.start(folder);
        DBusConnection odd = bus.connect();
        Secret key = Secret.random(32)) {
      odd.exportObject(new Odd());
      odd.requestBusName("org.freedesktop.secrets");
      Keyring keyring = new SecretService(bus.place());
      for (Executable asking :
          List.<Executable>of(
              () -> keyring.find("a1"),
              () -> keyring.delete("a1"),
              () -> keyring.store("a1", key))) {
        String told = assertThrows(Unavailable.class, asking).getMessage();
        assertTrue(told.contains("not its own"), told);
      }
    }
  }

  /** Answers in other types, too few of them, or none. */
  @DBusInterfaceName("org.freedesktop.Secret.Service")
  public interface OddService extends DBusInterface {
    @DBusMemberName("SearchItems")
    String search(Map<String, String> attributes);

    @DBusMemberName("OpenSession")
    String open(String algorithm, Variant<?> input);
  }

  private static final class Odd implements OddService {
    @Override
    public String search(Map<String, String> attributes) {
      return "no list";
    }

    @Override
    public String open(String algorithm, Variant<?> input) {
      return "no path beside it";
    }

    @Override
    public String getObjectPath() {
      return Service.ROOT;
    }
  }

  @Test
  @RequiresProgram("dbus-daemon")
  void withoutAKeyringItIsSaidWhatElseToDo() throws Exception {
    try (PrivateBus bus = PrivateBus.start(folder)) {
      for (BusAddress address : new BusAddress[] {bus.place(), new BusAddress(Optional.empty())}) {
        Keyring keyring = new SecretService(address);
        String told = assertThrows(Unavailable.class, () -> keyring.find("a1")).getMessage();
        assertTrue(told.startsWith("There is no keyring in this session."), told);
      }
    }
  }
}
