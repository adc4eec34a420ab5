package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attached files of a database, each kept once however many entries have it. */
final class Attachments implements AutoCloseable {
  private final Map<String, Value> files = new HashMap<>();

  /** Takes over {@code value} under the number that entries know it by. */
  void put(String number, Value value) {
    Value before = files.put(number, value);
    if (before != null) {
      before.close();
    }
  }

  /** A copy of the file, or {@link Value.TooLong}; empty if there is none of that number. */
  Optional<Value> copy(String number) {
    return Optional.ofNullable(files.get(number)).map(Attachments::copy);
  }

  private static Value copy(Value value) {
    return value instanceof Value.Hidden(Secret bytes) ? new Value.Hidden(bytes.copy()) : value;
  }

  @Override
  public void close() {
    files.values().forEach(Value::close);
  }
}
