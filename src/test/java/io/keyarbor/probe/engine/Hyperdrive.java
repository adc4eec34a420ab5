package io.keyarbor.probe.engine;

import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.probe.engine.LocalServer.Seen;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The queue service that the guide invents, as the guide says it behaves. */
final class Hyperdrive implements AutoCloseable {
  static final String GOOD_KEY = "hyp_demo0000good";
  static final String EXPIRED_KEY = "hyp_demo0000expired";
  static final String IDLE_KEY = "hyp_demo0000idle";
  static final String GOOD_PASSWORD = "demo \"good\" password";
  static final String GUARDED_PASSWORD = "demo guarded password";

  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final LocalServer server = LocalServer.http(this::answer);

  Hyperdrive() throws IOException {}

  String url() {
    return server.url();
  }

  LocalServer server() {
    return server;
  }

  /** How many sessions were opened and not closed again. */
  int openSessions() {
    return sessions.size();
  }

  private Reply answer(Seen request) {
    return switch (request.method() + " " + request.target()) {
      case "GET /v1/me" -> me(bearer(request));
      case "POST /v1/sessions" -> login(request.body());
      case "DELETE /v1/sessions/current" ->
          Reply.of(sessions.remove(bearer(request)) ? 204 : 401, "");
      default -> Reply.of(404, "");
    };
  }

  private static String bearer(Seen request) {
    return request.authorization().replaceFirst("^Bearer ", "");
  }

  private Reply me(String token) {
    if (token.equals(GOOD_KEY) || sessions.contains(token)) {
      return Reply.of(
          200,
          """
          {"account": {"name": "Northwind", "plan": "team"},
           "token": {"expires_at": "2027-01-31T00:00:00Z"}}
          """);
    }
    return switch (token) {
      case EXPIRED_KEY -> Reply.of(401, "{\"error\": \"token_expired\"}");
      case IDLE_KEY -> Reply.of(403, "{\"error\": \"role\"}");
      default -> Reply.of(401, "{\"error\": \"token_unknown\"}");
    };
  }

  private Reply login(String body) {
    if (body.contains("demo \\\"good\\\" password")) {
      sessions.add("session-1");
      return Reply.of(201, "{\"session\": {\"token\": \"session-1\"}}");
    }
    return Reply.of(
        401, "{\"error\": \"" + (body.contains(GUARDED_PASSWORD) ? "second_factor" : "no") + "\"}");
  }

  @Override
  public void close() {
    server.close();
  }
}
