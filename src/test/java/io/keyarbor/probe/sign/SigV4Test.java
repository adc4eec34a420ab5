package io.keyarbor.probe.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.template.ProbeSpec.Signer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Signatures that AWS publishes, with its published example keys. The library always signs the
 * body's hash as a header. The examples of S3 do so too and are compared directly; the others check
 * an independent computation, which then checks what we send.
 */
class SigV4Test {
  private static final String EXAMPLE_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String S3_EXAMPLE_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final Instant THEN = Instant.parse("2015-08-30T12:36:00Z");

  @Test
  void signsTheExamplesOfTheStorageGuide() {
    Call object = s3("https://examplebucket.s3.amazonaws.com/test.txt", "bytes=0-9");
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20130524/us-east-1/s3/aws4_request, "
            + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
            + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        object.headers().get("Authorization"));
    assertEquals(
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        signature(s3("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J", "")));
  }

  @Test
  void agreesWithAComputationThatAgreesWithTheTestSuite() {
    Map<String, String> published =
        Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z");
    URI uri = URI.create("https://example.amazonaws.com/");
    Sigv4Verifier verifier = new Sigv4Verifier(EXAMPLE_KEY, "us-east-1", "service");
    assertEquals(
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        verifier.signature("GET", uri, published, "host;x-amz-date", ""));
    verify(new Call("get", "GET", uri.toString()), "service", "");
  }

  @Test
  void agreesWithAComputationThatAgreesWithTheGuide() {
    String type = "application/x-www-form-urlencoded; charset=utf-8";
    URI uri = URI.create("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08");
    Map<String, String> published =
        Map.of("host", "iam.amazonaws.com", "x-amz-date", "20150830T123600Z", "content-type", type);
    assertEquals(
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        new Sigv4Verifier(EXAMPLE_KEY, "us-east-1", "iam")
            .signature("GET", uri, published, "content-type;host;x-amz-date", ""));
    Call call = new Call("list", "GET", uri.toString());
    call.header("Content-Type", type);
    verify(call, "iam", "");
  }

  @Test
  void signsBodyPortAndSessionToken() {
    Call call = new Call("post", "POST", "https://sts.example.com:8443/");
    call.body("Action=GetCallerIdentity&Version=2011-06-15");
    verify(call, "sts", "session");
    assertEquals("session", call.headers().get("X-Amz-Security-Token"));
  }

  private static void verify(Call call, String service, String session) {
    sign(call, EXAMPLE_KEY, service, session, THEN);
    Map<String, String> headers = new HashMap<>();
    call.headers().forEach((n, v) -> headers.put(n.toLowerCase(Locale.ROOT), v));
    // As the HTTP client sends it.
    headers.put("host", call.uri().getAuthority());
    String authorization = call.headers().get("Authorization");
    String signed = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    assertTrue(signed.contains("host") && signed.contains("x-amz-date"), signed);
    assertEquals(
        new Sigv4Verifier(EXAMPLE_KEY, "us-east-1", service)
            .signature(call.method(), call.uri(), headers, signed, call.body()),
        signature(call));
    assertTrue(call.isSecret());
  }

  private static Call s3(String url, String range) {
    Call call = new Call("get", "GET", url);
    if (!range.isEmpty()) {
      call.header("Range", range);
    }
    sign(call, S3_EXAMPLE_KEY, "s3", "", Instant.parse("2013-05-24T00:00:00Z"));
    return call;
  }

  private static String signature(Call call) {
    return call.headers().get("Authorization").replaceAll(".*Signature=", "");
  }

  private static void sign(Call call, String key, String service, String session, Instant when) {
    Map<String, Value> values =
        Map.of(
            "id", Value.plain("AKIDEXAMPLE"),
            "key", Value.secret(key),
            "session", session.isEmpty() ? Value.NONE : Value.secret(session));
    Signer signer =
        new Signer(
            "sigv4",
            Map.of(
                "access_key_id", "{id}",
                "secret_access_key", "{key}",
                "session_token", "{session?}",
                "service", service,
                "region", "us-east-1"));
    new Signers(Clock.fixed(when, ZoneOffset.UTC))
        .sign(call, signer, new Renderer(name -> values.getOrDefault(name, Value.NONE)));
  }
}
