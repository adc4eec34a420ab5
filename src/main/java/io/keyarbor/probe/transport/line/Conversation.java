package io.keyarbor.probe.transport.line;

import io.keyarbor.probe.http.ErrorClass;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.probe.tls.ServerTrust.Refusal;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Has a conversation on a thread of its own and ends it in time: neither a slow server nor the
 * look-up of a name can hold up whoever asked.
 */
public final class Conversation {
  private Conversation() {}

  /** What is said. */
  public interface Talk {
    /** Speaks over that line; any exception is a conversation that failed. */
    Reply over(Line line) throws Exception;
  }

  /**
   * Connects to that address, talks, and drops the connection.
   *
   * @throws BadInput if the talk says so
   * @throws InterruptedException if the thread is interrupted
   */
  public static Reply hold(Login login, Address address, Tls tls, Talk talk)
      throws InterruptedException {
    return hold(login, address, tls, Optional.empty(), talk);
  }

  /** The same for a driver that finds and connects to its hosts by itself. */
  public static Reply hold(Login login, Talk talk) throws InterruptedException {
    return hold(login, new Address("", 0), Tls.OFF, Optional.empty(), talk);
  }

  /** The same with a client certificate. */
  public static Reply hold(
      Login login, Address address, Tls tls, Optional<ClientIdentity> identity, Talk talk)
      throws InterruptedException {
    FutureTask<Reply> task;
    try (Line line = new Line(login, address, tls, identity)) {
      task = new FutureTask<>(() -> talk.over(line));
      Thread.ofVirtual().start(task);
      try {
        return task.get(login.patience().toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return Reply.failed(line.isConnected() ? "read_timeout" : "connect_timeout");
      } catch (ExecutionException e) {
        return failed(login, line, e.getCause());
      } finally {
        task.cancel(true);
      }
    }
  }

  private static Reply failed(Login login, Line line, Throwable fault) {
    Optional<Refusal> refusal = login.trust().refusal();
    if (refusal.isPresent()) {
      return Reply.failed(refusal.get().errorClass());
    }
    badInput(fault)
        .ifPresent(bad -> {
          throw bad;
        });
    if (!line.fault().isEmpty()) {
      return Reply.failed(line.fault());
    }
    if (fault instanceof OutOfMemoryError) {
      // A driver believed the length that a server told.
      return Reply.failed("too_large");
    }
    String error = ErrorClass.of(fault, line.showedCertificate());
    boolean lacksTls = line.isConnected() && line.tls() != Tls.OFF && !line.isSecure();
    // If it never came to TLS, the server speaks something else.
    return Reply.failed(lacksTls && error.equals("protocol") ? "handshake" : error);
  }

  /** A driver may have wrapped it. */
  private static Optional<BadInput> badInput(Throwable fault) {
    return Stream.iterate(fault, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(BadInput.class::isInstance)
        .map(BadInput.class::cast)
        .findFirst();
  }
}
