package io.keyarbor.probe.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The current context of a kubeconfig, the file that {@code kubectl} reads. What it would take from
 * other files or from a program is not followed: that is told.
 */
record Kubeconfig(JsonNode root, JsonNode context) {
  private static final YAMLMapper YAML = YAMLMapper.shared();

  /**
   * Reads the text.
   *
   * @throws BadInput if it is no kubeconfig, or has no current context
   */
  static Kubeconfig read(String text) {
    JsonNode root = tree(text);
    JsonNode context =
        named(root, "contexts", JsonText.text(root.path("current-context"))).path("context");
    if (!context.isObject()) {
      throw new BadInput(
          "The kubeconfig has no current context. Choose one with kubectl config use-context, then"
              + " paste the whole file.");
    }
    return new Kubeconfig(root, context);
  }

  private static JsonNode tree(String text) {
    try {
      // As bytes: its reader of text fails on half a character.
      return YAML.readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      // Its words quote the text.
      throw new BadInput("The kubeconfig is no YAML. Paste the whole file.");
    }
  }

  /**
   * One value; empty if there is none.
   *
   * @param name as the template guide lists them
   * @throws BadInput if it is somewhere else than in this file
   */
  String get(String name) {
    return switch (name) {
      case "context" -> JsonText.text(root.path("current-context"));
      case "cluster", "user", "namespace" -> JsonText.text(context.path(name));
      case "server" -> JsonText.text(cluster().path("server"));
      case "certificate-authority" -> data(cluster(), name);
      case "client-certificate", "client-key" -> orElsewhere(data(user(), name));
      case "token" -> orElsewhere(token());
      default -> orElsewhere(JsonText.text(user().path(name)));
    };
  }

  private JsonNode cluster() {
    return named(root, "clusters", JsonText.text(context.path("cluster"))).path("cluster");
  }

  private JsonNode user() {
    return named(root, "users", JsonText.text(context.path("user"))).path("user");
  }

  private String token() {
    String token = JsonText.text(user().path("token"));
    return token.isEmpty() ? notFrom(user(), "tokenFile") : token;
  }

  private static String data(JsonNode of, String name) {
    String encoded = JsonText.text(of.path(name + "-data"));
    if (encoded.isEmpty()) {
      return notFrom(of, name);
    }
    try {
      return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadInput("The kubeconfig's " + name + "-data is no Base64. Paste the whole file.");
    }
  }

  /** A path within another computer's, or another person's, files says nothing here. */
  private static String notFrom(JsonNode of, String name) {
    if (!of.path(name).isMissingNode()) {
      throw new BadInput(
          "The kubeconfig keeps its "
              + name
              + " in another file. Make one that holds all: kubectl config view --flatten"
              + " --minify --raw.");
    }
    return "";
  }

  private String orElsewhere(String value) {
    boolean elsewhere = user().has("exec") || user().has("auth-provider");
    if (value.isEmpty() && elsewhere) {
      throw new BadInput(
          "The kubeconfig has a program fetch its login. Keyarbor starts no programs for a test:"
              + " use a kubeconfig with a token or a client certificate.");
    }
    return value;
  }

  private static JsonNode named(JsonNode root, String list, String name) {
    for (JsonNode entry : root.path(list).values()) {
      if (JsonText.text(entry.path("name")).equals(name)) {
        return entry;
      }
    }
    return root.path(list).path("");
  }

  /** Says nothing about the content. */
  @Override
  public String toString() {
    return "Kubeconfig";
  }
}
