package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.ServiceTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that takes any secret proves none right. */
class ControlProbeTest {
  private static final String TOKEN = "key-AAAA0000-bbbb1111";

  @Test
  void aServerThatTakesAnythingIsOpen() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      assertEquals(
          Reason.OPEN_ACCESS,
          Given.test(Given.bearer(true), Given.token(server.url(), TOKEN)).reason());
      assertEquals(2, server.seen().size());
      String madeUp = server.seen().get(1).authorization();
      assertNotEquals("Bearer " + TOKEN, madeUp);
      assertTrue(
          madeUp.matches("Bearer [a-z]{3}-[A-Z]{4}[0-9]{4}-[a-z]{4}[0-9]{4}"), "of the same shape");
    }
  }

  @Test
  void aServerThatKnowsTheSecretIsNot() throws Exception {
    try (LocalServer server =
        LocalServer.http(
            r -> Reply.of(r.authorization().equals("Bearer " + TOKEN) ? 200 : 401, ""))) {
      assertEquals(
          Reason.OK, Given.test(Given.bearer(true), Given.token(server.url(), TOKEN)).reason());
      assertEquals(2, server.seen().size());
    }
  }

  @Test
  void aWrongSecretIsTriedOnce() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(401, ""))) {
      assertEquals(
          Reason.BAD_CREDENTIAL,
          Given.test(Given.bearer(true), Given.token(server.url(), TOKEN)).reason());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void aServiceWhereATryCostsIsAskedOnce() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      assertEquals(
          Reason.OK, Given.test(Given.bearer(false), Given.token(server.url(), TOKEN)).reason());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void aSingleLetterIsNotGuessedByChance() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      Given.test(Given.bearer(true), Given.token(server.url(), "a"));
      assertTrue(server.seen().get(1).authorization().length() > 15);
    }
  }

  @Test
  void anAnswerToNoSecretProvesNothing() throws Exception {
    ServiceTemplate careless =
        Given.service(
            """
            {"control": false, "steps": [{"id": "me", "url": "{url}"}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """);
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      assertEquals(
          Reason.OPEN_ACCESS, Given.test(careless, Given.token(server.url(), TOKEN)).reason());
      assertEquals(List.of("null"), server.seen().stream().map(r -> r.authorization()).toList());
    }
  }
}
