package io.keyarbor.probe.engine;

import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.Conversation;
import io.keyarbor.probe.http.Courier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.probe.ntlm.NtlmCarrier;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.wire.UnixSocketCarrier;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Takes each request the way it asks for: over HTTP, through a socket, in another protocol. */
final class Network implements Carrier {
  private final Limits limits;
  private final ServerTrust trust;
  private final Function<String, Transport> transports;
  private final Carrier http;
  private final Carrier sockets;
  private final Carrier ntlm;

  /**
   * @param transports the protocol of a template's name for it
   */
  Network(Limits limits, Clock clock, ServerTrust trust, Function<String, Transport> transports) {
    this.limits = limits;
    this.trust = trust;
    this.transports = transports;
    this.http = new Courier(limits, trust);
    this.sockets = new UnixSocketCarrier(limits.body());
    this.ntlm = new NtlmCarrier(limits, trust, clock);
  }

  @Override
  public Answer send(Call call, Duration patience) throws InterruptedException {
    Optional<Conversation> conversation = call.conversation();
    if (conversation.isPresent()) {
      return talk(call, conversation.get(), patience);
    }
    if (!call.socket().isEmpty()) {
      return sockets.send(call, patience);
    }
    return (call.account().isPresent() ? ntlm : http).send(call, patience);
  }

  private Answer talk(Call call, Conversation conversation, Duration patience)
      throws InterruptedException {
    Duration connect = limits.connect().compareTo(patience) < 0 ? limits.connect() : patience;
    Reply reply =
        transports
            .apply(conversation.transport())
            .talk(new Login(conversation.with(), trust, connect, patience));
    if (!reply.errorClass().isEmpty()) {
      return Answer.failed(call, reply.errorClass(), trust.refusal());
    }
    return reply.body().length() > limits.body()
        ? Answer.failed(call, "too_large", Optional.empty())
        : Answer.told(call, reply.code(), reply.body());
  }

  @Override
  public void close() {
    http.close();
    sockets.close();
    ntlm.close();
  }
}
