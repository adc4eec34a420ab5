package io.keyarbor.platform.keyring;

import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.keyring.Keyring.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.MessageTypes;

/** One conversation with the Secret Service of the session. */
final class Service implements AutoCloseable {
  static final String ROOT = "/org/freedesktop/secrets";
  private static final String NAME = "org.freedesktop.secrets";
  private static final String FACE = "org.freedesktop.Secret.";
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** As long as a person may take to type the password of their keyring. */
  private static final Duration PROMPT = Duration.ofMinutes(2);

  private final DBusConnection bus;

  private Service(DBusConnection bus) {
    this.bus = bus;
  }

  static Service open(BusAddress address) throws Unavailable {
    return new Service(address.connect().orElseThrow(Service::none));
  }

  private static Unavailable none() {
    return new Unavailable(
        "There is no keyring in this session. Use the master password; a keyring comes with GNOME"
            + " Keyring or KWallet.");
  }

  /** Calls a method and waits for its answer. */
  Object[] ask(String path, String face, String method, String types, Object... values)
      throws Unavailable {
    try {
      MethodCall call =
          bus.getMessageFactory()
              .createMethodCall(
                  bus.getUniqueName(), NAME, path, FACE + face, method, (byte) 0, types, values);
      bus.sendMessage(call);
      Message answer = call.getReply(ANSWER.toMillis());
      if (answer == null || answer instanceof Error) {
        throw none();
      }
      return answer.getParameters();
    } catch (DBusException | DBusExecutionException e) {
      throw none();
    }
  }

  /** Has the person asked, if {@code path} is a prompt, and waits for them. */
  void prompt(Object path) throws Unavailable {
    String prompt = text(path);
    if (prompt.equals("/")) {
      return;
    }
    CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
    try {
      bus.addGenericSigHandler(
          DBusMatchRuleBuilder.create()
              .withType(MessageTypes.SIGNAL)
              .withPath(prompt)
              .withInterface(FACE + "Prompt")
              .withMember("Completed")
              .build(),
          signal -> dismissed.complete(isDismissed(signal)));
      ask(prompt, "Prompt", "Prompt", "s", "");
      if (dismissed.get(PROMPT.toSeconds(), TimeUnit.SECONDS)) {
        throw locked();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw locked();
    } catch (TimeoutException e) {
      throw locked();
    } catch (DBusException | ExecutionException e) {
      throw none();
    }
  }

  private static boolean isDismissed(DBusSignal completed) {
    try {
      return Boolean.TRUE.equals(completed.getParameters()[0]);
    } catch (DBusException | RuntimeException malformed) {
      return true;
    }
  }

  static Unavailable locked() {
    return new Unavailable(
        "The keyring of this session is locked. Unlock it, or use the master password.");
  }

  static String text(Object path) {
    return path instanceof DBusPath p ? p.getPath() : String.valueOf(path);
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
