package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person keeps the login of a container registry and tests it against the real one. */
@RequiresProgram("docker-registry")
@Timeout(60)
class DockerRegistryTest {
  private static final ServiceTemplate TEMPLATE =
      JsonCatalogue.bundled().find("oci-registry").orElseThrow();
  private static final String PASSWORD = "correct horse";

  @TempDir private Path folder;

  /** A registry with that part of its configuration. */
  private ServerProgram.Started registry(String auth) throws IOException {
    Files.writeString(
        folder.resolve("registry.yml"),
        """
        version: 0.1
        storage:
          filesystem:
            rootdirectory: %s
        http:
          addr: 127.0.0.1:0
        %s
        """
            .formatted(folder.resolve("data"), auth));
    return ServerProgram.start(
        new ProcessBuilder("docker-registry", "serve", "registry.yml").directory(folder.toFile()),
        "",
        Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)"));
  }

  private static Verdict test(ServerProgram.Started registry, String method, String password)
      throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of(
                "registry",
                "http://" + registry.ready().group(1),
                "auth_method",
                method,
                "username",
                "ada"),
            Map.of("password", password)));
  }

  private static Verdict testBy(String tokens, ServerProgram.Started registry, String password)
      throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of(
                "registry",
                "http://" + registry.ready().group(1),
                "auth_method",
                "token",
                "token_server",
                tokens,
                "username",
                "ada"),
            Map.of("password", password)));
  }

  private String passwordFile() throws IOException {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    Path users = folder.resolve("htpasswd");
    Files.writeString(
        users, "ada:" + OpenBSDBCrypt.generate("2y", PASSWORD.toCharArray(), salt, 4) + "\n");
    return "auth: {htpasswd: {realm: tests, path: " + users + "}}";
  }

  @Test
  void theRightPasswordOpensARegistryWithAPasswordFile() throws Exception {
    ServerProgram.Started registry = registry(passwordFile());
    try (ServerProgram _ = registry.program()) {
      Verdict right = test(registry, "basic", PASSWORD);
      assertEquals(Reason.OK, right.reason(), right.detail());
      assertEquals(Reason.BAD_CREDENTIAL, test(registry, "basic", "wrong horse").reason());
    }
  }

  @Test
  void aTokenServerGetsThePasswordOnlyIfThePersonNamedIt() throws Exception {
    String known =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    Certificates signer = Certificates.loopback();
    Files.writeString(folder.resolve("signer.pem"), signer.certificatePem());
    try (LocalServer tokens =
        LocalServer.http(r ->
            known.equals(r.header("Authorization"))
                ? Reply.of(200, "{\"token\": \"visibly-fake-token-0000\"}")
                : Reply.of(401, "{}"))) {
      ServerProgram.Started registry =
          registry(
              "auth: {token: {realm: \"%s/token\", service: tests, issuer: tests, rootcertbundle: %s}}"
                  .formatted(tokens.url(), folder.resolve("signer.pem")));
      try (ServerProgram _ = registry.program()) {
        Verdict elsewhere = test(registry, "token", PASSWORD);
        assertEquals(Reason.NOT_TESTABLE, elsewhere.reason(), elsewhere.detail());
        assertTrue(elsewhere.detail().contains("Nothing was sent there"));
        assertEquals(Reason.OK, testBy(tokens.url(), registry, PASSWORD).reason());
        assertEquals(Reason.BAD_CREDENTIAL, testBy(tokens.url(), registry, "wrong").reason());
      }
    }
  }

  @Test
  void aRegistryThatIsOpenToAnyoneProvesNoPassword() throws Exception {
    ServerProgram.Started registry = registry("");
    try (ServerProgram _ = registry.program()) {
      assertEquals(Reason.OPEN_ACCESS, test(registry, "basic", PASSWORD).reason());
      assertEquals(Reason.OPEN_ACCESS, test(registry, "token", PASSWORD).reason());
    }
  }
}
