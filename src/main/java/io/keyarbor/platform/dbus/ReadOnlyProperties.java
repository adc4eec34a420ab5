package io.keyarbor.platform.dbus;

import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Properties of an object on the bus that others may read and nobody may set. */
public abstract class ReadOnlyProperties implements Properties {
  /** For what is on the bus. */
  protected ReadOnlyProperties() {}

  /** The properties of one of the object's interfaces, at this moment. */
  protected abstract Map<String, Variant<?>> facts(String of);

  @Override
  // The library's signature; what it does with the answer is to send it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String of, String name) {
    return (A) facts(of).get(name);
  }

  @Override
  public <A> void Set(String of, String name, A value) {
    // Nothing here is for others to change.
  }

  @Override
  public Map<String, Variant<?>> GetAll(String of) {
    return facts(of);
  }
}
