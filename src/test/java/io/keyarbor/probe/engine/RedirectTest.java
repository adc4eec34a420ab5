package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that points elsewhere is not followed, and the person is told where it points. */
class RedirectTest {
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theSecondServerIsNeverAsked(int status) throws Exception {
    try (LocalServer other = LocalServer.http(r -> Reply.of(200, ""));
        LocalServer first =
            LocalServer.http(
                r -> new Reply(status, "", List.of("Location: " + other.url() + "/me?zz=1")))) {
      Verdict verdict = Given.test(Given.bearer(true), Given.token(first.url(), "aaa"));
      assertEquals(Reason.INDETERMINATE, verdict.reason());
      assertTrue(verdict.detail().contains("127.0.0.1:" + other.port()), verdict.detail());
      assertFalse(verdict.detail().contains("zz"), verdict.detail());
      assertEquals(List.of(), other.seen());
      assertEquals(1, first.seen().size());
    }
  }

  @Test
  void notEvenToItself() throws Exception {
    try (LocalServer server =
        LocalServer.http(r ->
            r.target().equals("/me")
                ? new Reply(302, "", List.of("Location: /login"))
                : Reply.of(200, ""))) {
      Verdict verdict = Given.test(Given.bearer(true), Given.token(server.url(), "aaa"));
      assertEquals(Reason.INDETERMINATE, verdict.reason());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void aTemplateCannotCallARedirectASuccess() throws Exception {
    String probe =
        """
        {"control": false,
         "steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"errors": ["redirect"], "status": 302, "reason": "ok"},
                   {"errors": ["redirect"], "status": 303, "reason": "bad_credential"}]}
        """;
    for (int status : List.of(302, 303)) {
      try (LocalServer server =
          LocalServer.http(r -> new Reply(status, "", List.of("Location: /login")))) {
        assertEquals(
            status == 302 ? Reason.INDETERMINATE : Reason.BAD_CREDENTIAL,
            Given.test(Given.service(probe), Given.token(server.url(), "aaa")).reason());
      }
    }
  }
}
