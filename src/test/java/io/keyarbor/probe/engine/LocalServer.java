package io.keyarbor.probe.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A real HTTP server on the loopback that keeps what it was asked. */
final class LocalServer implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

  /** A request as it came. */
  record Seen(String method, String target, String authorization, String body, HttpExchange all) {
    String header(String name) {
      return String.valueOf(all.getRequestHeaders().getFirst(name));
    }
  }

  /** What the server answers. */
  record Reply(int status, String body, List<String> headers) {
    static Reply of(int status, String body) {
      return new Reply(status, body, List.of());
    }
  }

  interface Behaviour {
    Reply answer(Seen request);
  }

  private LocalServer(HttpServer server, String scheme, Behaviour behaviour) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, behaviour));
    server.start();
  }

  static LocalServer http(Behaviour behaviour) throws IOException {
    return new LocalServer(HttpServer.create(loopback(), 0), "http", behaviour);
  }

  static LocalServer https(SSLContext context, boolean wantsClient, Behaviour behaviour)
      throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(wantsClient);
            parameters.setSSLParameters(tls);
          }
        });
    return new LocalServer(server, "https", behaviour);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void serve(HttpExchange exchange, Behaviour behaviour) throws IOException {
    try (exchange) {
      Seen request =
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              exchange);
      seen.add(request);
      Reply reply = behaviour.answer(request);
      for (String header : reply.headers()) {
        int colon = header.indexOf(':');
        exchange.getResponseHeaders().add(header.substring(0, colon), header.substring(colon + 2));
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
