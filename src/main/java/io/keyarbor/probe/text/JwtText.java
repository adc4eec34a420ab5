package io.keyarbor.probe.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a JSON Web Token says of itself. Its signature is not checked: claims are shown only. */
public final class JwtText {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int PARTS = 3;

  private JwtText() {}

  /** The claims; a missing node if the text is no such token. */
  public static JsonNode claims(String token) {
    String[] parts = token.strip().split("\\.", -1);
    if (parts.length != PARTS) {
      return MissingNode.getInstance();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      JsonNode node = MAPPER.readTree(new String(claims, StandardCharsets.UTF_8));
      return node.isObject() ? node : MissingNode.getInstance();
    } catch (IllegalArgumentException | JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** One claim; empty if there is none. */
  static String claim(String token, String name) {
    return JsonText.text(claims(token).path(name));
  }
}
