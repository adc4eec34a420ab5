package io.keyarbor.probe.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** Keys and certificates for examples: one fresh pair a run, since none should lie in a file. */
final class Stationery {
  private static final Map<String, String> TEXTS = make();

  private Stationery() {}

  /**
   * The text with {@code ${rsa_key}} and {@code ${certificate}} (PEM) put in; {@code |json} after
   * the name writes it as the inside of a JSON string, {@code |base64} in Base64.
   */
  static String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> entry : TEXTS.entrySet()) {
      String value = entry.getValue();
      filled =
          filled
              .replace("${" + entry.getKey() + "}", value)
              .replace("${" + entry.getKey() + "|json}", json(value))
              .replace("${" + entry.getKey() + "|base64}", base64(value));
    }
    return filled;
  }

  private static String json(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
  }

  private static String base64(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> make() {
    try {
      Certificates pair = Certificates.client("RSA");
      return Map.of("rsa_key", pair.keyPem(), "certificate", pair.certificatePem());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
