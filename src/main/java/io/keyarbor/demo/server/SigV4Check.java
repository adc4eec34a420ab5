package io.keyarbor.demo.server;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs a request anew with the right secret and compares, so that a wrong secret fails as it does
 * at a real service.
 *
 * @param sessionToken empty for a key that lasts
 */
record SigV4Check(String accessKeyId, String secretAccessKey, String sessionToken) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request, ?"
              + "SignedHeaders=([^,]+), ?Signature=[0-9a-f]{64}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  /** Headers that the signer adds by itself. */
  private static final Set<String> SIGNERS_OWN =
      Set.of("host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

  boolean accepts(Request request) {
    Matcher authorization = AUTHORIZATION.matcher(request.header("Authorization"));
    if (!authorization.matches() || !authorization.group(1).equals(accessKeyId)) {
      return false;
    }
    try {
      return signature(sign(request, authorization))
          .equals(signature(request.header("Authorization")));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private String sign(Request request, Matcher authorization) {
    SdkHttpRequest.Builder copy =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri("http://" + request.header("Host") + request.uri());
    for (String name : authorization.group(4).split(";", -1)) {
      if (!SIGNERS_OWN.contains(name)) {
        copy.putHeader(name, request.header(name));
      }
    }
    Instant at = DATE.parse(request.header("X-Amz-Date"), Instant::from);
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(identity())
                    .request(copy.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, authorization.group(2))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, authorization.group(3))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
    return signed.request().firstMatchingHeader("Authorization").orElse("");
  }

  private AwsCredentialsIdentity identity() {
    return sessionToken.isEmpty()
        ? AwsCredentialsIdentity.create(accessKeyId, secretAccessKey)
        : AwsSessionCredentialsIdentity.create(accessKeyId, secretAccessKey, sessionToken);
  }

  private static String signature(String authorization) {
    return authorization.substring(authorization.lastIndexOf('=') + 1);
  }

  /** Says nothing of the secret, fake though it is. */
  @Override
  public String toString() {
    return "SigV4Check[" + accessKeyId + "]";
  }
}
