package io.keyarbor.probe.http;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.probe.tls.ServerTrust;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * Sends the requests of one test, each once, and follows no redirect. Whatever happens becomes an
 * {@link Answer}. For one thread; closing it drops its connections at once.
 */
public final class Courier implements Carrier {
  static {
    // The client would send a GET again when a server hangs up on it; documented in java.net.http.
    // Read once, when the first request is sent.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final Limits limits;
  private final ServerTrust trust;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Optional<ClientIdentity>, HttpClient> clients = new HashMap<>();

  /** Sends to servers that {@code trust} trusts. */
  public Courier(Limits limits, ServerTrust trust) {
    this.limits = limits;
    this.trust = trust;
  }

  @Override
  public Answer send(Call call, Duration patience) throws InterruptedException {
    HttpRequest request = request(call);
    HttpClient client = clients.computeIfAbsent(call.identity(), this::client);
    // No reference to this object may reach the client: it would keep the client, and with it the
    // headers of its last request, from ever being collected.
    int most = limits.body();
    // On a thread of its own, since looking up a name cannot be interrupted.
    Future<HttpResponse<byte[]>> sending =
        threads.submit(() -> client.send(request, info -> new LimitedBody(most)));
    try {
      HttpResponse<byte[]> response = await(sending, patience);
      return Answer.received(call, response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException | TimeoutException e) {
      return trust
          .refusal()
          .map(r -> Answer.failed(call, r.errorClass(), Optional.of(r)))
          .orElseGet(() -> Answer.failed(call, ErrorClass.of(e, showed(call)), Optional.empty()));
    }
  }

  private static boolean showed(Call call) {
    return call.identity().map(ClientIdentity::wasShown).orElse(false);
  }

  private static <T> T await(Future<T> future, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException | TimeoutException e) {
      future.cancel(true);
      throw e;
    }
  }

  private HttpRequest request(Call call) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.uri())
              .method(
                  call.method(),
                  call.body().isEmpty()
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(call.bodyBytes()));
      call.sendableHeaders().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException e) {
      // Its message may quote a value.
      throw new BadInput(
          "The request of step “"
              + call.step()
              + "” cannot be sent: a header or its address does "
              + "not fit. Check the fields.");
    }
  }

  private HttpClient client(Optional<ClientIdentity> identity) {
    SSLParameters tls = new SSLParameters();
    tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(limits.connect())
        .proxy(new LoopbackDirect())
        .executor(threads)
        .sslContext(context(identity))
        .sslParameters(tls)
        .build();
  }

  private SSLContext context(Optional<ClientIdentity> identity) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity.map(i -> new KeyManager[] {i}).orElse(new KeyManager[0]),
          new TrustManager[] {trust},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform speaks TLS", e);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
    threads.shutdownNow();
  }
}
