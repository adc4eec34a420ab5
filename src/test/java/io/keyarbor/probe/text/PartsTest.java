package io.keyarbor.probe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential that is a whole file or address gives its parts. */
class PartsTest {
  private static Rendered render(String template, String secret) {
    return new Renderer(name -> name.equals("x") ? Value.secret(secret) : Value.NONE)
        .render(template);
  }

  private static final String KUBECONFIG =
      """
      apiVersion: v1
      current-context: home
      contexts:
      - name: work
        context: {cluster: w, user: w}
      - name: home
        context: {cluster: h, user: ada, namespace: demo}
      clusters:
      - name: h
        cluster:
          server: https://k8s.example:6443
          certificate-authority-data: %s
      users:
      - name: ada
        user: {token: fake-0000}
      """
          .formatted(
              Base64.getEncoder().encodeToString("demo pem".getBytes(StandardCharsets.UTF_8)));

  @ParameterizedTest
  @CsvSource({
    "server, https://k8s.example:6443",
    "token, fake-0000",
    "certificate-authority, demo pem",
    "user, ada",
    "cluster, h",
    "context, home",
    "namespace, demo"
  })
  void aKubeconfigGivesItsCurrentContext(String name, String value) {
    assertEquals(value, render("{x|kubeconfig:" + name + "}", KUBECONFIG).text());
    assertEquals("", render("{x?|kubeconfig:client-key}", KUBECONFIG).text());
  }

  @ParameterizedTest
  @CsvSource({
    "'user: {token: fake-0000}', 'user: {exec: {command: aws}}', starts no programs",
    "'user: {token: fake-0000}', 'user: {tokenFile: /t}', another file",
    "'current-context: home', 'a: b', no current context"
  })
  void whatAKubeconfigDoesNotHoldIsTold(String line, String instead, String words) {
    BadInput fault =
        assertThrows(
            BadInput.class,
            () -> render("{x|kubeconfig:token}", KUBECONFIG.replace(line, instead)));
    assertTrue(fault.getMessage().contains(words), fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql://ada:p%40w@db.example:5432/main?sslmode=require, db.example, 5432, ada, p@w,"
            + " main, require",
        "'mongodb+srv://ada@a.example:1,b.example/', a.example, 1, ada, '', '', ''",
        "https://[::1]:8443/a/b?sslmode=x%20y#z, [::1], 8443, '', '', a/b, x y"
      })
  void anAddressGivesItsParts(
      String url,
      String host,
      String port,
      String user,
      String password,
      String path,
      String mode) {
    assertEquals(host, render("{x?|part:host}", url).text());
    assertEquals(port, render("{x?|part:port}", url).text());
    assertEquals(user, render("{x?|part:user}", url).text());
    assertEquals(password, render("{x?|part:password}", url).text());
    assertEquals(path, render("{x?|part:path}", url).text());
    assertEquals(mode, render("{x?|part:query-sslmode}", url).text());
  }

  @Test
  void aTokenInThePlaceOfASecretAddressIsNotTakenForAHost() {
    BadInput fault =
        assertThrows(BadInput.class, () -> render("{x|part:host|public}", "fake-token-0000"));
    assertFalse(fault.getMessage().contains("fake"), fault.getMessage());
    Renderer plain = new Renderer(name -> Value.plain("db.example:5432"));
    assertEquals("db.example:5432", plain.render("{x|part:host}:{x|part:port}").text());
  }

  @Test
  void anAddressIsCompletedBeforeAPartOfItIsTaken() {
    assertEquals(
        "pve:2376", render("{x|origin:2376|part:host}:{x|origin:2376|part:port}", "pve").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Bearer realm=\"https://auth.example/t\",service=\"a, realm=b\" ~ https://auth.example/t",
        "Bearer service=\"realm=no\", Realm = \"no\" , realm=yes ~ yes",
        "Bearer realm=\"a\\\"b\" ~ a\"b"
      })
  void aChallengeGivesItsParameter(String header, String realm) {
    assertEquals(realm, render("{x|param:realm}", header).text());
  }

  @Test
  void aJsonFileGivesItsValues() {
    String json = "{\"client_email\": \"ada@example\", \"a/b\": [1, {\"c\": true}]}";
    assertEquals("ada@example", render("{x|at:/client_email}", json).text());
    assertEquals("true", render("{x|at:/a~1b/1/c}", json).text());
    assertEquals("ada%40example", render("{x|at:/client_email|url}", json).text());
  }

  @Test
  void aPemTextGivesItsBlocks() {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nfake\n-----END RSA PRIVATE KEY-----\n";
    String one = "-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n";
    String two = one.replace("AA", "BB");
    String pem = "note\n" + one + key + two;
    assertEquals(one + two, render("{x|pem:certificate}", pem).text());
    assertEquals(key, render("{x|pem:key}", pem).text());
    assertEquals("", render("{x?|pem:key}", one + "-----BEGIN PRIVATE KEY-----").text());
  }

  @Test
  void aTokenTellsItsClaims() {
    String claims =
        Base64.getUrlEncoder()
            .encodeToString("{\"exp\":1900000000}".getBytes(StandardCharsets.UTF_8));
    Rendered exp = render("{x|jwt:exp}", "e30." + claims + ".x");
    assertEquals("1900000000", exp.text());
    assertFalse(exp.secret(), "what a token says of itself is public");
    assertEquals("", render("{x?|jwt:exp}", "no token").text());
  }

  @Test
  void aPartIsSecretUnlessItIsSaidToBePublic() {
    assertTrue(render("{x|at:/a}", "{\"a\": 1}").secret());
    assertFalse(render("{x|at:/a|public}", "{\"a\": 1}").secret());
    assertTrue(render("{x|part:host}", "https://a.example").secret());
    assertFalse(render("{x|part:host|public|url}", "https://a.example").secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{x|public}",
        "{x|pem:key|public}",
        "{x|host|public}",
        "{x|at:/a|url|public}",
        "{x|kubeconfig:token|public}",
        "{x|part:password|public}",
        "{x|at:/a/private_key|public}",
        "{x|public|at:/a}"
      })
  void whatMayBeASecretIsNotCalledPublic(String template) {
    assertThrows(BadInput.class, () -> render(template, "{\"a\": {\"private_key\": 1}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{x|part:scheme}", "{x|pem:all}", "{x|kubeconfig:exec}", "{x|url|at:/a}"})
  void anUnknownPartIsRefused(String template) {
    assertThrows(BadInput.class, () -> render(template, "https://a.example"));
  }

  @Test
  void aPartThatIsMissingIsNamedWithoutQuotingTheRest() {
    BadInput fault =
        assertThrows(BadInput.class, () -> render("{x|at:/b}", "{\"a\": \"fake-0000\"}"));
    assertEquals("“x” lacks at:/b. Check that it is complete.", fault.getMessage());
    BadInput broken = assertThrows(BadInput.class, () -> render("{x|at:/b}", "{\"a\": fake-0000"));
    assertFalse(broken.getMessage().contains("fake"), broken.getMessage());
  }
}
