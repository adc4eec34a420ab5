package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service of this computer is asked through its socket. */
@Timeout(60)
class UnixSocketTest {
  private static final ServiceTemplate SERVICE =
      Given.service(
          """
          {"name": "socket", "type": "text"}, {"name": "token", "type": "password"}
          """,
          """
          {"control": false,
           "steps": [{"id": "info", "url": "http://localhost/info?a=1", "unix_socket": "{socket}",
                      "signer": {"bearer": {"token": "{token}"}}}],
           "rules": [{"status": 200, "json": {"/name": "demo"}, "reason": "ok"},
                     {"status": 401, "reason": "bad_credential"},
                     {"errors": ["no_socket"], "reason": "wrong_endpoint"}]}
          """);
  private static final String BODY = "{\"name\": \"demo\"}";

  @TempDir private Path folder;

  private static FieldValues values(String path) {
    return Given.values(Map.of("socket", path), Map.of("token", "fake-0000"));
  }

  private static Verdict test(String path) throws Exception {
    try (FieldValues values = values(path)) {
      return Given.hasty().test(SERVICE, values, Given.SYSTEM);
    }
  }

  private Verdict meet(RawSocket.Manners manners) throws Exception {
    Path path = folder.resolve("demo.sock");
    try (RawSocket server = new RawSocket(path, manners)) {
      Verdict verdict = test(path.toString());
      assertEquals(1, server.asked().size(), "one attempt");
      return verdict;
    }
  }

  @Test
  void anAnswerOfKnownLengthIsRead() throws Exception {
    Path path = folder.resolve("demo.sock");
    try (RawSocket server =
        new RawSocket(
            path,
            out ->
                out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n" + BODY)
                        .getBytes(StandardCharsets.US_ASCII)))) {
      Verdict verdict = test("unix://" + path);
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      String asked = server.asked().getFirst();
      assertTrue(asked.startsWith("GET /info?a=1 HTTP/1.1\r\n"), asked);
      assertTrue(asked.contains("\r\nHost: localhost\r\n"), asked);
      assertTrue(asked.contains("\r\nAuthorization: Bearer fake-0000\r\n"), asked);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~8;x=1~{'name':~8~ 'demo'}~0~X-End: 1~~",
        "HTTP/1.0 200 OK~~{'name': 'demo'}",
        "HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~Content-Length: 16~~{'name': 'demo'}"
      })
  void anAnswerIsReadHoweverItsEndIsTold(String answer) throws Exception {
    String text = answer.replace("~", "\r\n").replace('\'', '"');
    Verdict verdict = meet(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Reason.OK, verdict.reason(), verdict.detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-Demo\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"name\": \"demo\"}",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{\"name\": \"demo\"}",
        "HTTP/1.1 200 OK\r\nContent-Length: 16\r\nContent-Length: 3\r\n\r\n{\"name\": \"demo\"}",
        "HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n"
      })
  void garbageProvesNothing(String answer) throws Exception {
    Verdict verdict = meet(out -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 103 Hints\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void whatNeverEndsIsCutOff(String start) throws Exception {
    Verdict verdict =
        meet(out -> {
          out.write(start.getBytes(StandardCharsets.US_ASCII));
          for (; ; ) {
            out.write(
                (start.startsWith("HTTP/1.1 103") ? start : "1\r\n" + "a".repeat(500) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
          }
        });
    assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.detail());
  }

  @Test
  void silenceEnds() throws Exception {
    Verdict verdict = meet(out -> Thread.currentThread().join());
    assertEquals(Reason.UNREACHABLE, verdict.reason(), verdict.detail());
  }

  @Test
  void aSocketThatIsNotThereIsTold() throws Exception {
    Verdict verdict = test(folder.resolve("none.sock").toString());
    assertEquals(Reason.WRONG_ENDPOINT, verdict.reason());
    assertTrue(verdict.detail().contains("There is no socket"), verdict.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo.sock", "http://elsewhere.example"})
  void whatIsNoPathIsRefused(String path) throws Exception {
    assertEquals(Reason.NOT_TESTABLE, test(path).reason());
  }

  @Test
  void nothingComesToTheNetwork() throws Exception {
    try (LocalServer server = LocalServer.http(r -> LocalServer.Reply.of(200, BODY))) {
      ServiceTemplate template =
          Given.service(
              "{\"name\": \"socket\", \"type\": \"text\"}, {\"name\": \"token\", \"type\":"
                  + " \"password\"}",
              """
              {"control": false,
               "steps": [{"id": "info", "url": "%s/info", "unix_socket": "{socket}",
                          "signer": {"bearer": {"token": "{token}"}}}],
               "rules": [{"status": 200, "reason": "ok"}]}
              """
                  .formatted(server.url()));
      assertEquals(
          Reason.NOT_TESTABLE,
          Given.test(template, values(folder.resolve("x").toString())).reason());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aPersonSeesWhichSocketIsUsed() {
    try (FieldValues values = values("/run/demo.sock")) {
      PlannedRequest planned = new TemplateProber().preview(SERVICE, values).getFirst();
      assertEquals("http://localhost/info?a=1 through /run/demo.sock", planned.url());
    }
  }

  @Test
  @RequiresProgram("nginx")
  void aRealServerBehindASocketIsAsked() throws Exception {
    Path socket = folder.resolve("nginx.sock");
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        pid %1$s/pid; error_log %1$s/error;
        events {}
        http {
          access_log off; default_type application/json;
          client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
          uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
          server {
            listen unix:%2$s;
            location /info {
              if ($http_authorization != "Bearer fake-0000") { return 401; }
              return 200 '{"name": "demo"}';
            }
          }
        }
        """
            .formatted(folder, socket));
    Process start =
        new ProcessBuilder("/usr/sbin/nginx", "-c", config.toString(), "-e", folder + "/error")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertEquals(0, start.waitFor(), "it listens by then");
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    try {
      Verdict verdict = Given.test(SERVICE, values(socket.toString()));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      Verdict bad =
          Given.test(
              SERVICE,
              Given.values(Map.of("socket", socket.toString()), Map.of("token", "fake-1111")));
      assertEquals(Reason.BAD_CREDENTIAL, bad.reason(), bad.detail());
    } finally {
      ProcessHandle nginx = ProcessHandle.of(pid).orElseThrow();
      nginx.destroy();
      nginx.onExit().join();
    }
  }
}
