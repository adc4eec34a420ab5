package io.keyarbor.probe.sign;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.Origin;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Value;
import java.time.Clock;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signature Version 4, made by the library of those who made it. */
record SigV4(Clock clock) {
  void sign(Call call, Parameters with) {
    Rendered secret = with.get("secret_access_key");
    SignedRequest signed = signed(call, with, secret);
    signed
        .request()
        .forEachHeader((name, values) -> {
          // The client sets the host itself, to the same value.
          if (!name.equalsIgnoreCase("Host")) {
            call.header(name, shown(name, String.join(",", values), secret));
          }
        });
  }

  private SignedRequest signed(Call call, Parameters with, Rendered secret) {
    AwsCredentialsIdentity identity = identity(with, secret);
    return AwsV4HttpSigner.create()
        .sign(r ->
            r.identity(identity)
                .request(request(call))
                .payload(ContentStreamProvider.fromByteArrayUnsafe(call.bodyBytes()))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, with.get("service").text())
                .putProperty(AwsV4HttpSigner.REGION_NAME, with.get("region").text())
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
  }

  private static AwsCredentialsIdentity identity(Parameters with, Rendered secret) {
    String id = with.get("access_key_id").text();
    String session = with.get("session_token").text();
    return session.isEmpty()
        ? AwsCredentialsIdentity.create(id, secret.text())
        : AwsSessionCredentialsIdentity.create(id, secret.text(), session);
  }

  private static SdkHttpRequest request(Call call) {
    // The library wants a host.
    Origin.of(call.uri());
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().uri(call.uri()).method(SdkHttpMethod.fromValue(call.method()));
    call.headers().forEach(request::putHeader);
    return request.build();
  }

  /** A signature made with a stand-in is shown as one. */
  private static String shown(String name, String value, Rendered secret) {
    return secret.standIn() && name.equalsIgnoreCase("Authorization")
        ? value.replaceFirst("Signature=.*", "Signature=" + Value.MASK)
        : value;
  }
}
