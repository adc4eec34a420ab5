package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Line;

/**
 * A conversation, as those classes see it that a driver makes by their name: they are handed
 * nothing else.
 *
 * @param line the one connection
 * @param login as whom
 */
record Session(Line line, Login login) {
  private static final ScopedValue<Session> CURRENT = ScopedValue.newInstance();

  /** Does something for which this is the current session. */
  <R, X extends Throwable> R call(ScopedValue.CallableOp<R, X> something) throws X {
    return ScopedValue.where(CURRENT, this).call(something);
  }

  /** The session of this thread. */
  static Session current() {
    return CURRENT.get();
  }
}
