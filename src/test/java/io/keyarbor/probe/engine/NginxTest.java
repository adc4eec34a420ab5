package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person keeps the logins of services behind an nginx and tests them against the real one. */
@RequiresProgram("nginx")
@Timeout(60)
class NginxTest {
  private static final ServiceTemplate TEMPLATE =
      JsonCatalogue.bundled().find("http-generic").orElseThrow();
  private static final String PASSWORD = "correct horse: battery";

  @TempDir private static Path folder;
  private static ServerProgram nginx;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    int port = ServerProgram.freePort();
    url = "http://127.0.0.1:" + port;
    Files.writeString(folder.resolve("users"), "ada:" + hash(PASSWORD) + "\n");
    Files.writeString(folder.resolve("nginx.conf"), configuration(port));
    nginx =
        ServerProgram.start(
                new ProcessBuilder(
                    program(), "-e", "stderr", "-p", folder.toString(), "-c", "nginx.conf"),
                "",
                Pattern.compile("start worker process "))
            .program();
  }

  private static String program() {
    return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "/usr/bin/nginx";
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
  }

  private static String configuration(int port) {
    return """
    daemon off;
    user root;
    worker_processes 1;
    error_log stderr notice;
    pid nginx.pid;
    events {}
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      map $http_authorization $known {
        default 0;
        "Bearer visibly-fake-token-0000" 1;
      }
      server {
        listen 127.0.0.1:%d;
        location /basic { auth_basic "Reports"; auth_basic_user_file users; try_files "" @good; }
        location /bearer { if ($known = 0) { return 401; } return 200 "welcome"; }
        location /open { return 200 "welcome"; }
        location /moved { return 302 /bearer; }
        location /elsewhere { return 307 http://127.0.0.2:%d/bearer; }
        location @good { return 200 "welcome"; }
      }
    }
    """
        .formatted(port, port);
  }

  /** As {@code htpasswd -s} writes it. */
  private static String hash(String password) throws IOException {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
      return "{SHA}" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static Verdict basic(String password) throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of("url", url + "/basic", "auth_method", "basic", "username", "ada"),
            Map.of("password", password)));
  }

  private static Verdict bearer(String path, String token) throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(Map.of("url", url + path, "auth_method", "bearer"), Map.of("token", token)));
  }

  @Test
  void theRightPasswordOpensAndAnyOtherDoesNot() throws Exception {
    assertEquals(Reason.OK, basic(PASSWORD).reason());
    assertEquals(Reason.BAD_CREDENTIAL, basic("wrong horse").reason());
  }

  @Test
  void theRightTokenOpensAndAnyOtherDoesNot() throws Exception {
    assertEquals(Reason.OK, bearer("/bearer", "visibly-fake-token-0000").reason());
    assertEquals(Reason.BAD_CREDENTIAL, bearer("/bearer", "visibly-fake-token-0001").reason());
  }

  @Test
  void aPageThatIsOpenToAnyoneProvesNoToken() throws Exception {
    assertEquals(Reason.OPEN_ACCESS, bearer("/open", "visibly-fake-token-0000").reason());
  }

  @Test
  void aRedirectIsToldAndNeverFollowed() throws Exception {
    Verdict moved = bearer("/moved", "visibly-fake-token-0000");
    assertEquals(Reason.INDETERMINATE, moved.reason());
    assertTrue(moved.detail().contains("another page of"), moved.detail());
    Verdict elsewhere = bearer("/elsewhere", "visibly-fake-token-0000");
    assertEquals(Reason.INDETERMINATE, elsewhere.reason());
    assertTrue(elsewhere.detail().contains("127.0.0.2"), elsewhere.detail());
  }
}
