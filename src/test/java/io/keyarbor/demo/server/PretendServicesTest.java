package io.keyarbor.demo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class PretendServicesTest {
  private static PretendServices services;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    services = PretendServices.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    services.close();
  }

  private static HttpResponse<String> get(String path, String header, String value)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(services.addresses().http() + path))
            .header(header, value)
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/openai/v1/models, Authorization, Bearer demo-good-openai-key, 200",
    "/openai/v1/models, Authorization, Bearer demo-good-openai-ke, 401",
    "/openai/v1/models, Authorization, demo-good-openai-key, 401",
    "/openai/v1/models, Authorization, Bearer demo-spent-openai-key, 429",
    "/anthropic/v1/models, x-api-key, demo-good-anthropic-key, 401",
    "/prometheus/api/v1/status/buildinfo, Authorization, Basic cmVhZGVyOndyb25n, 401",
    "/prometheus/api/v1/status/buildinfo, Authorization, Basic ???, 401",
    "/prometheus-open/api/v1/status/buildinfo, Authorization, Basic ???, 200",
    "/github/user, Authorization, Bearer demo-busy-github-token, 403",
    "/weather/v2/forecast?api_key=demo-good-weather-key, Accept, */*, 200",
    "/weather/v2/forecast?api_key=other, Accept, */*, 401",
    "/huggingface/api/whoami-v2, Authorization, Bearer demo-good-huggingface-token, 200",
    "/huggingface/api/whoami-v2, Authorization, Bearer demo-good-openai-key, 401",
    "/api/session, vmware-api-session-id, demo-session-vsphere, 200",
    "/api/session, vmware-api-session-id, other, 404",
    "/vault/v1/auth/token/lookup-self, X-Vault-Token, demo-other, 403",
    "/nowhere, Accept, */*, 404"
  })
  void onlyTheRightSecretIsAnsweredWell(String path, String header, String value, int status)
      throws Exception {
    assertEquals(status, get(path, header, value).statusCode());
  }

  @Test
  void answersLookLikeTheRealOnes() throws Exception {
    HttpResponse<String> answer =
        get("/github/user", "Authorization", "Bearer demo-good-github-token");
    assertEquals("repo, workflow", answer.headers().firstValue("X-OAuth-Scopes").orElseThrow());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(answer.body().contains("\"login\":\"release-bot\""));
  }

  @Test
  void aFormPostIsLookedInto() throws Exception {
    assertEquals(200, ticket("root%40pam", "demo-good-proxmox-password"));
    assertEquals(401, ticket("root%40pam", "demo-bad-proxmox-password"));
  }

  private static int ticket(String user, String password) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(
                    URI.create(services.addresses().http() + "/api2/json/access/ticket"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + password))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "DEMO-KEY-DEVELOPMENT, demo-good-aws-secret, 200",
    "DEMO-KEY-DEVELOPMENT, demo-bad-aws-secret, 403",
    "DEMO-KEY-OTHER, demo-good-aws-secret, 403"
  })
  void aSignatureIsChecked(String id, String secret, int status) throws Exception {
    String body = "Action=GetCallerIdentity&Version=2011-06-15";
    URI uri = URI.create(services.addresses().http() + "/aws/");
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(AwsCredentialsIdentity.create(id, secret))
                    .request(
                        SdkHttpRequest.builder()
                            .method(SdkHttpMethod.POST)
                            .uri(uri)
                            .putHeader("Content-Type", "application/x-www-form-urlencoded")
                            .putHeader("Accept", "application/json")
                            .build())
                    .payload(
                        ContentStreamProvider.fromByteArray(body.getBytes(StandardCharsets.UTF_8)))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts"))
            .request();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
    signed.forEachHeader((name, values) -> {
      if (!name.equalsIgnoreCase("Host")) {
        request.header(name, values.getFirst());
      }
    });
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertEquals(status, answer.statusCode());
    assertEquals(status == 403, answer.body().contains("SignatureDoesNotMatch"));
  }

  @Test
  void theCertificateIsTrustedByNobody() {
    assertThrows(
        SSLHandshakeException.class,
        () ->
            client.send(
                HttpRequest.newBuilder(
                        URI.create(services.addresses().https() + "/api2/json/version"))
                    .build(),
                BodyHandlers.ofString()));
  }

  @Test
  void eachStartHasItsOwnPorts() throws Exception {
    try (PretendServices other = PretendServices.start()) {
      assertNotEquals(services.addresses(), other.addresses());
    }
  }
}
