package io.keyarbor.probe.transport;

/**
 * Speaks one protocol that is not HTTP: connects, logs in once, asks what tells who it is, leaves.
 * It writes nothing at the service. Safe for any thread.
 */
public interface Transport {
  /**
   * Has one conversation. Whatever the server does becomes a reply, within {@link Login#patience}.
   *
   * @throws io.keyarbor.probe.text.BadInput if a parameter is missing or does not fit
   * @throws InterruptedException if the thread is interrupted; the connection is dropped
   */
  Reply talk(Login login) throws InterruptedException;
}
