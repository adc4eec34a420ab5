package io.keyarbor.probe.sign;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Works out a signature as the service does, from the published description and not the library.
 */
record Sigv4Verifier(String key, String region, String service) {
  /**
   * @param headers all that was sent, in lower case
   * @param signed names of those signed, in order, with semicolons
   */
  String signature(
      String method, URI uri, Map<String, String> headers, String signed, String body) {
    String canonical =
        String.join(
            "\n",
            method,
            uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            Arrays.stream(signed.split(";", -1))
                .map(name -> name + ":" + headers.get(name) + "\n")
                .collect(Collectors.joining()),
            signed,
            sha256(body));
    String date = headers.get("x-amz-date");
    String scope = date.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(canonical);
    byte[] signing = ("AWS4" + key).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      signing = hmac(signing, part);
    }
    return HexFormat.of().formatHex(hmac(signing, toSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
