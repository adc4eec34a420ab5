package io.keyarbor.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on the loopback address that lists models to whoever has the one right key. */
final class KeyServer implements AutoCloseable {
  static final String GOOD = "sk-fake-good";

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  KeyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          boolean good =
              ("Bearer " + GOOD).equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              (good
                      ? "{\"object\":\"list\",\"data\":[{\"id\":\"fake-model\",\"object\":\"model\"}]}"
                      : "{\"error\":{\"message\":\"Incorrect API key\",\"code\":\"invalid_api_key\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(good ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** For the field {@code base_url}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** How many requests came. */
  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
