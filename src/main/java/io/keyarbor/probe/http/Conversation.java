package io.keyarbor.probe.http;

import java.util.Map;

/**
 * What is said in a protocol that is not HTTP. Lives as long as one exchange, since it may hold a
 * secret.
 *
 * @param transport the protocol, as templates name it
 * @param with its parameters, filled in; those that are empty are left out
 */
public record Conversation(String transport, Map<String, String> with) {
  /** Names the parameters only. */
  @Override
  public String toString() {
    return transport + with.keySet();
  }
}
