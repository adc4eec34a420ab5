package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.keyarbor.probe.http.Account;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A network on which exactly one example happens. */
final class ScriptedCarrier implements Carrier {
  private final Example example;
  private final RequestCheck check;
  private final JsonNode madeUp;
  private final List<Answer> deciding = new ArrayList<>();
  private String lastStep = "";
  private int next;
  private int ownSecrets;
  private boolean controlled;

  /** Answers a made-up secret with {@code madeUp}. */
  ScriptedCarrier(Example example, JsonNode madeUp) {
    this.example = example;
    this.check = new RequestCheck(example.secrets());
    this.madeUp = madeUp;
  }

  @Override
  public Answer send(Call call, Duration patience) {
    List<JsonNode> script = example.requests();
    boolean expected = next < script.size() && isStep(script.get(next), call);
    if (!expected && call.step().equals(lastStep) && !controlled) {
      controlled = true;
      assertEquals(List.of(), check.ownSecretsIn(call), "a made-up secret, not the person's own");
      return answer(call, madeUp);
    }
    if (next >= script.size()) {
      fail(example.name() + ": one request too many, of step " + call.step());
    }
    JsonNode exchange = script.get(next++);
    check.check(exchange.path("request"), call, example.name());
    ownSecrets += check.carriesOwnSecret(exchange.path("request"), call) ? 1 : 0;
    lastStep = call.step();
    call.identity()
        .ifPresent(
            i -> i.chooseClientAlias(new String[] {"RSA", "EC"}, new Principal[0], (Socket) null));
    call.account().ifPresent(Account::noteAsked);
    Answer answer = answer(call, exchange.path("answer"));
    deciding.add(answer);
    return answer;
  }

  private static boolean isStep(JsonNode exchange, Call call) {
    return exchange.path("request").path("step").asString("").equals(call.step());
  }

  /** The answers, in order, without that to a made-up secret. */
  List<Answer> answers() {
    return deciding;
  }

  boolean controlled() {
    return controlled;
  }

  /** Holds if all of the example happened. */
  void finish() {
    assertEquals(example.requests().size(), next, example.name() + ": requests that were sent");
    boolean several = example.given().has("several_secrets");
    assertTrue(
        ownSecrets == 1 || several || (ownSecrets == 0 && example.secrets().isEmpty()),
        example.name()
            + ": "
            + ownSecrets
            + " requests carried a secret of the person, expected 1");
  }

  private static Answer answer(Call call, JsonNode json) {
    assertTrue(json.isObject(), "an answer for step " + call.step());
    String error = json.path("error").asString("");
    String token = call.headers().getOrDefault("Authorization", "");
    Map<String, List<String>> headers =
        json.path("headers").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue().asString())));
    return new Answer(
        call.step(),
        call.authority(),
        error.isEmpty() ? json.path("status").asInt(0) : 0,
        json.path("code").asString(""),
        HttpHeaders.of(headers, (name, value) -> true),
        json.path("body").isContainer()
            ? json.path("body").toString()
            : json.path("body").asString(""),
        error,
        Optional.empty(),
        token.startsWith("Bearer ") ? token.substring("Bearer ".length()) : "");
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
