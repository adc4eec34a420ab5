package io.keyarbor.probe.transport.mongodb;

import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadTimeoutException;
import io.keyarbor.probe.http.ErrorClass;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.stream.Stream;

/** A conversation that failed, by the name that rules know. */
final class MongoFault extends IOException {
  private static final Set<String> UNREACHABLE =
      Set.of("dns", "connect_refused", "connect_timeout");

  private final String errorClass;

  /**
   * A fault with its cause.
   *
   * @param strange whether the server has not answered yet through the TLS that was wanted
   */
  MongoFault(Throwable cause, boolean strange) {
    super(cause);
    String known = ErrorClass.of(cause, false);
    String error = known.equals("protocol") ? byKind(cause) : known;
    // A server that speaks something else may just hang up.
    errorClass = strange && error.equals("protocol") ? "handshake" : error;
  }

  private static String byKind(Throwable cause) {
    if (has(cause, MongoSocketReadTimeoutException.class)) {
      return "read_timeout";
    }
    boolean opening = has(cause, MongoSocketOpenException.class);
    return opening && has(cause, SocketTimeoutException.class) ? "connect_timeout" : "protocol";
  }

  private static boolean has(Throwable fault, Class<?> kind) {
    return Stream.iterate(fault, t -> t != null, Throwable::getCause)
        .limit(20)
        .anyMatch(kind::isInstance);
  }

  /** As rules call it. */
  String errorClass() {
    return errorClass;
  }

  /** Whether nothing was said to that host, so that another may be tried. */
  boolean isUnreachable() {
    return UNREACHABLE.contains(errorClass);
  }
}
