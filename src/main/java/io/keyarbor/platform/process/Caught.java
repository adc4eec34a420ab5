package io.keyarbor.platform.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals that are handled in place of ending this process. The one use of {@code sun.misc.Signal},
 * which the JDK keeps for this in its module {@code jdk.unsupported} (JEP 260); by reflection,
 * since the compiler warns of it in a way that cannot be answered.
 */
final class Caught {
  private Caught() {}

  /** What is done with a signal, on a thread of the runtime. */
  @FunctionalInterface
  interface Handler {
    /** Takes it, by name without SIG and by number. */
    void handle(String name, int number);
  }

  /** From now on {@code handler} takes every signal of that name. */
  static void each(String name, Handler handler) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method number = type.getMethod("getNumber");
      Object proxy =
          Proxy.newProxyInstance(
              Caught.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (self, method, arguments) -> {
                handler.handle(name, (int) number.invoke(arguments[0]));
                return null;
              });
      type.getMethod("handle", type, handlerType)
          .invoke(null, type.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The signal " + name + " cannot be handled.", e);
    }
  }
}
