package io.keyarbor.probe.engine;

import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Conversation;
import io.keyarbor.probe.sign.Signers;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Filters;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ProbeSpec.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Puts requests together, to be sent or to be shown. */
record Calls(Signers signers) {
  private static final String SOCKET_SCHEME = "unix://";

  /**
   * The request or the conversation of {@code step}, signed.
   *
   * @throws BadInput if a value is missing or does not fit
   */
  Call make(Step step, Values values) {
    Renderer renderer = new Renderer(values);
    return step.transport().isPresent()
        ? conversation(step, step.transport().get(), renderer)
        : request(step, renderer);
  }

  /** What {@link #make} makes of {@code shown}, as a person sees it. */
  PlannedRequest planned(Step step, Values shown) {
    Call call = make(step, shown);
    String way = call.socket().isEmpty() ? "" : " through " + call.socket();
    return new PlannedRequest(
        call.step(),
        call.method(),
        call.url() + way,
        call.headers(),
        call.conversation().map(Calls::lines).orElse(call.body()),
        call.isSecret());
  }

  private static String lines(Conversation conversation) {
    return conversation.with().entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private Call request(Step step, Renderer renderer) {
    Rendered url = renderer.renderUrl(step.url());
    Call call = new Call(step.id(), step.method(), url.text());
    call.noteSecret(url.secret());
    call.socket(socket(renderer.render(step.unixSocket())));
    for (Map.Entry<String, String> header : step.headers().entrySet()) {
      Rendered value = renderer.render(header.getValue());
      if (!value.lacksOptional()) {
        call.header(header.getKey(), value.text());
        call.noteSecret(value.secret());
      }
    }
    if (!step.form().isEmpty()) {
      call.body(form(call, step.form(), renderer));
      call.headerIfAbsent("Content-Type", "application/x-www-form-urlencoded");
    } else if (!step.body().isEmpty()) {
      Rendered body = renderer.render(step.body());
      call.body(body.text());
      call.noteSecret(body.secret());
      if (body.text().startsWith("{") || body.text().startsWith("[")) {
        call.headerIfAbsent("Content-Type", "application/json");
      }
    }
    call.headerIfAbsent("User-Agent", "Keyarbor");
    step.signer().ifPresent(signer -> signers.sign(call, signer, renderer));
    return call;
  }

  /** People know the path with a scheme from Docker's own variable. */
  private static String socket(Rendered path) {
    return path.text().startsWith(SOCKET_SCHEME)
        ? path.text().substring(SOCKET_SCHEME.length())
        : path.text();
  }

  /** An optional field that is empty is left out, as a header is. */
  private static String form(Call call, Map<String, String> fields, Renderer renderer) {
    StringJoiner form = new StringJoiner("&");
    fields.forEach((name, text) -> {
      Rendered value = renderer.render(text);
      call.noteSecret(value.secret());
      if (!value.lacksOptional()) {
        form.add(
            Filters.url(name) + "=" + (value.standIn() ? value.text() : Filters.url(value.text())));
      }
    });
    return form.toString();
  }

  private static Call conversation(Step step, Transport transport, Renderer renderer) {
    Map<String, String> with = new LinkedHashMap<>();
    boolean secret = false;
    for (Map.Entry<String, String> parameter : transport.with().entrySet()) {
      Rendered value = renderer.render(parameter.getValue());
      if (!value.text().isEmpty()) {
        with.put(parameter.getKey(), value.text());
        secret |= value.secret();
      }
    }
    String port = with.containsKey("port") ? ":" + with.get("port") : "";
    String host = Destination.of(transport).host(renderer.values());
    Call call = new Call(step.id(), transport.type(), transport.type() + "://" + host + port);
    call.noteSecret(secret);
    call.conversation(new Conversation(transport.type(), Map.copyOf(with)));
    return call;
  }
}
