package io.keyarbor.probe.ntlm;

import io.keyarbor.probe.http.Account;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.probe.text.Origin;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import io.keyarbor.probe.wire.Http1;
import io.keyarbor.probe.wire.HttpReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;

/**
 * Sends requests that an account proves by NTLM: each over a TLS connection of its own, which is
 * the one that is proven, and not through a proxy. The password is tried once.
 */
public record NtlmCarrier(Limits limits, ServerTrust trust, Clock clock) implements Carrier {
  private static final Instant EPOCH = Instant.parse("1601-01-01T00:00:00Z");
  private static final Duration TICK = Duration.ofNanos(100);
  private static final byte[] NONE = new byte[0];

  @Override
  public Answer send(Call call, Duration patience) throws InterruptedException {
    Origin origin = Origin.of(call.uri());
    Login login = new Login(Map.of(), trust, limits.connect(), patience);
    Address address = new Address(Address.checked(origin.host()), origin.effectivePort());
    AtomicReference<Answer> answer = new AtomicReference<>();
    Reply reply =
        Conversation.hold(
            login,
            address,
            Tls.ON,
            line -> {
              answer.set(exchange(call, line));
              return Reply.answered("", "");
            });
    return reply.errorClass().isEmpty()
        ? answer.get()
        : Answer.failed(call, reply.errorClass(), trust.refusal());
  }

  private Answer exchange(Call call, Line line) throws IOException {
    Socket socket = line.open();
    OutputStream out = socket.getOutputStream();
    HttpReader in = new HttpReader(new BufferedInputStream(socket.getInputStream()), limits.body());
    Http1.send(call, call.sendableHeaders(), NONE, out);
    Answer first = in.read(call);
    Optional<String> scheme = scheme(first);
    if (scheme.isEmpty()) {
      return first;
    }
    Http1.send(call, with(call, scheme.get(), Messages.negotiate()), NONE, lasting(in, out));
    Challenge challenge = challenge(in.read(call), scheme.get());
    Account account = call.account().orElseThrow();
    account.noteAsked();
    byte[] proof =
        Messages.authenticate(
            account,
            challenge,
            ChannelBinding.of(certificate(socket)),
            "HTTP/" + line.host(),
            Duration.between(EPOCH, clock.instant()).dividedBy(TICK),
            nonce());
    Http1.send(call, with(call, scheme.get(), proof), call.bodyBytes(), lasting(in, out));
    return in.read(call);
  }

  /** The name under which the server offers it: its own, or one for several ways. */
  private static Optional<String> scheme(Answer answer) {
    return answer.status() == 401
        ? Stream.of("NTLM", "Negotiate")
            .filter(name -> challenges(answer).anyMatch(name::equalsIgnoreCase))
            .findFirst()
        : Optional.empty();
  }

  private static Stream<String> challenges(Answer answer) {
    return answer.headers().allValues("WWW-Authenticate").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip);
  }

  private static Challenge challenge(Answer answer, String scheme) throws IOException {
    String message =
        challenges(answer)
            .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
            .map(value -> value.substring(scheme.length() + 1).strip())
            .findFirst()
            .orElseThrow(() -> new ProtocolException("no challenge"));
    try {
      return Challenge.read(Base64.getDecoder().decode(message));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("not a challenge");
    }
  }

  private static OutputStream lasting(HttpReader in, OutputStream out) throws IOException {
    if (!in.lasts()) {
      throw new ProtocolException("the server hung up before the proof");
    }
    return out;
  }

  private static Map<String, String> with(Call call, String scheme, byte[] message) {
    Map<String, String> headers = new TreeMap<>(call.sendableHeaders());
    headers.put("Authorization", scheme + " " + Base64.getEncoder().encodeToString(message));
    return headers;
  }

  private static X509Certificate certificate(Socket socket) throws IOException {
    return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
  }

  private static byte[] nonce() {
    byte[] nonce = new byte[8];
    new SecureRandom().nextBytes(nonce);
    return nonce;
  }

  @Override
  public void close() {
    // No connection outlives its request.
  }
}
