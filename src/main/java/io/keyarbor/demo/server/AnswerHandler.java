package io.keyarbor.demo.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each request the first answer that fits. */
record AnswerHandler(List<Answer> answers) implements HttpHandler {
  private static final Answer NONE =
      new Answer(
          "",
          "",
          new Answer.Condition(Map.of(), "", Map.of(), Map.of(), Optional.empty()),
          404,
          Map.of("Content-Type", "application/json"),
          "{\"message\":\"no pretend service has this address\"}",
          0);

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Answer answer = answers.stream().filter(a -> a.fits(request)).findFirst().orElse(NONE);
      Thread.sleep(answer.delayMillis());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      // The server is closing: the connection is cut, as the asker sees.
      Thread.currentThread().interrupt();
    }
  }
}
