package io.keyarbor.probe.transport;

/**
 * What a server said. Holds no secret.
 *
 * @param code the protocol's own code, {@code ok} where it has none for success: an SQL state, an
 *     error number, the first word of an error; empty if there was no answer
 * @param body what was asked for, as a JSON object; empty if nothing
 * @param errorClass as in {@link io.keyarbor.probe.http.Answer}; empty if the server answered
 */
public record Reply(String code, String body, String errorClass) {
  /** The server answered. */
  public static Reply answered(String code, String body) {
    return new Reply(code, body, "");
  }

  /** There was no answer. */
  public static Reply failed(String errorClass) {
    return new Reply("", "", errorClass);
  }
}
