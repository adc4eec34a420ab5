package io.keyarbor.vault.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on this computer that thinks for a while before it accepts any secret. */
public final class SlowServer implements AutoCloseable {
  private static final String TEMPLATE =
      """
      {"service_type": "slow-service", "display_name": "Slow service",
       "required_fields": [{"name": "url", "type": "url"}, {"name": "token", "type": "password"}],
       "probe": {"control": false,
         "steps": [{"id": "get", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}}
      """;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<HttpServer> servers = new ArrayList<>();

  /** Answers after {@code pause}, at so many addresses of the loopback network. */
  public SlowServer(Duration pause, int hosts) throws IOException {
    for (int i = 1; i <= hosts; i++) {
      servers.add(server("127.0.0." + i, pause));
    }
  }

  private HttpServer server(String address, Duration pause) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 100);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            // The pause is what this server is for.
            Thread.sleep(pause);
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }

  /** Puts the template of its service, which asks once for each test, into {@code folder}. */
  public static Path template(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("slow-service.json"), TEMPLATE);
    return folder;
  }

  /** One of its addresses; the number may be any. */
  public String url(int host) {
    InetSocketAddress address = servers.get(host % servers.size()).getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/";
  }

  /** The most requests that were under way at one time. */
  public int mostAtOnce() {
    return most.get();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
