package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.Reading.Skipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Docker's {@code config.json}: its {@code auths} keep user and password as one Base64 text. What a
 * helper program keeps is not in the file, and is told.
 */
final class DockerConfig {
  private DockerConfig() {}

  static JsonNode decoded(JsonNode root, Path file, List<Skipped> told) {
    root.path("auths")
        .properties()
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode auth) {
            decode(auth, file + " " + entry.getKey(), told);
          }
        });
    root.path("credHelpers")
        .propertyNames()
        .forEach(host ->
            told.add(
                new Skipped(
                    file + " " + host,
                    "A helper program keeps this login; it is not in the file.")));
    if (root.path("credsStore").isString()) {
      told.add(
          new Skipped(
              file.toString(),
              "A helper program (credsStore) keeps logins of this file; they are not in it."));
    }
    return root;
  }

  private static void decode(ObjectNode auth, String origin, List<Skipped> told) {
    String encoded = auth.path("auth").asString("");
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded);
      String both = new String(bytes, StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      if (colon > 0) {
        auth.put("username", both.substring(0, colon));
        auth.put("password", both.substring(colon + 1).replaceFirst("\0+$", ""));
      }
    } catch (IllegalArgumentException e) {
      told.add(new Skipped(origin, "Its auth is no Base64. Log in again with docker login."));
    }
    if (auth.path("identitytoken").isString()) {
      told.add(
          new Skipped(
              origin, "It is an identity token, which only docker login makes. It was not taken."));
    }
  }
}
