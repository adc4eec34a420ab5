package io.keyarbor.demo.server;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Pretends to be many services on this computer, for the demo: one plain and one TLS listener on
 * the loopback address, with a self-signed certificate made at each start. What they answer is data
 * below the resource folder {@code demo/services}. Holds threads and two ports until it is closed.
 */
public final class PretendServices implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer plain;
  private final HttpsServer secure;

  /**
   * Where the listeners are, each without a slash at the end.
   *
   * @param http the plain one, e.g. {@code http://127.0.0.1:40123}
   * @param https the one with a certificate that nobody trusts
   */
  public record Addresses(String http, String https) {}

  private PretendServices(HttpServer plain, HttpsServer secure, List<Answer> answers) {
    this.plain = plain;
    this.secure = secure;
    for (HttpServer server : List.of(plain, secure)) {
      server.setExecutor(threads);
      server.createContext("/", new AnswerHandler(answers));
      server.start();
    }
  }

  /**
   * Starts both listeners on free ports.
   *
   * @throws IOException if no port can be had
   */
  public static PretendServices start() throws IOException {
    HttpServer plain = HttpServer.create(loopback(), 0);
    HttpsServer secure = HttpsServer.create(loopback(), 0);
    try {
      secure.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate can be made for the pretend services", e);
    }
    return new PretendServices(plain, secure, Answers.load());
  }

  private static InetSocketAddress loopback() throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  /** Where the listeners are. */
  public Addresses addresses() {
    return new Addresses(
        "http://127.0.0.1:" + plain.getAddress().getPort(),
        "https://127.0.0.1:" + secure.getAddress().getPort());
  }

  /** Stops at once; slow answers under way are cut off. */
  @Override
  public void close() {
    threads.shutdownNow();
    plain.stop(0);
    secure.stop(0);
  }
}
