package io.keyarbor.probe.sign;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Filters;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.tls.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Web Token signed by an RSA key (RFC 7519, RFC 7523), for one request. */
record JwtRs256(Clock clock) {
  /** Services allow little difference between clocks; most of them none to the future. */
  private static final int BACKDATED_SECONDS = 60;

  private static final String LIFETIME = "300";

  void sign(Call call, Parameters with) {
    Rendered key = with.get("key");
    String token = key.standIn() ? Value.MASK : token(with, key.text());
    String field = with.get("form_field").text();
    if (field.isEmpty()) {
      call.header("Authorization", "Bearer " + token);
    } else {
      call.addFormField(Filters.url(field), token);
    }
  }

  private String token(Parameters with, String key) {
    byte[] unsigned =
        (part(header(with)) + "." + part(claims(with))).getBytes(StandardCharsets.US_ASCII);
    return new String(unsigned, StandardCharsets.US_ASCII)
        + "."
        + base64(SigningKey.rsa(key).sign(unsigned));
  }

  private static ObjectNode header(Parameters with) {
    ObjectNode header =
        JsonMapper.shared().createObjectNode().put("alg", "RS256").put("typ", "JWT");
    putIfThere(header, "kid", with.get("key_id"));
    String certificate = with.get("certificate").text();
    if (!certificate.isEmpty()) {
      header.put("x5t#S256", base64(SigningKey.thumbprint(certificate)));
    }
    return header;
  }

  private ObjectNode claims(Parameters with) {
    long start = clock.instant().getEpochSecond() - BACKDATED_SECONDS;
    ObjectNode claims = JsonMapper.shared().createObjectNode();
    putIfThere(claims, "iss", with.get("issuer"));
    putIfThere(claims, "sub", with.get("subject"));
    putIfThere(claims, "aud", with.get("audience"));
    putIfThere(claims, "scope", with.get("scope"));
    return claims
        .put("iat", start)
        .put("nbf", start)
        .put("exp", start + lifetime(with.get("lifetime").text()))
        .put("jti", UUID.randomUUID().toString());
  }

  private static long lifetime(String text) {
    try {
      return Long.parseLong(text.isEmpty() ? LIFETIME : text);
    } catch (NumberFormatException e) {
      throw new BadInput("The template gives a lifetime that is no number of seconds.");
    }
  }

  private static void putIfThere(ObjectNode node, String name, Rendered value) {
    if (!value.text().isEmpty()) {
      node.put(name, value.text());
    }
  }

  private static String part(ObjectNode node) {
    return base64(JsonMapper.shared().writeValueAsBytes(node));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
