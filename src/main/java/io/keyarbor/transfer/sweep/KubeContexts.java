package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contexts of a kubeconfig, each as a file of its own that holds all it needs, as {@code
 * kubectl config view --flatten --minify --raw} makes it. A context whose login is fetched by a
 * program is told, and left.
 */
final class KubeContexts {
  private static final int MOST = 500;

  private final ObjectMapper json;
  private final Path file;
  private final List<Skipped> told;

  KubeContexts(ObjectMapper json, Path file, List<Skipped> told) {
    this.json = json;
    this.file = file;
    this.told = told;
  }

  /** By the context's name: {@code kubeconfig} and {@code login}. */
  ObjectNode of(JsonNode root) {
    ObjectNode contexts = json.createObjectNode();
    root.path("contexts")
        .valueStream()
        .limit(MOST)
        .forEach(context -> {
          String name = context.path("name").asString("");
          try {
            contexts.set(name, entry(root, context));
          } catch (TransferException e) {
            told.add(new Skipped(file + " " + name, e.getMessage()));
          }
        });
    return contexts;
  }

  private ObjectNode entry(JsonNode root, JsonNode context) throws TransferException {
    ObjectNode cluster =
        named(root, "clusters", context.path("context").path("cluster"), "cluster");
    ObjectNode user = named(root, "users", context.path("context").path("user"), "user");
    inline(cluster, "certificate-authority");
    inline(user, "client-certificate");
    inline(user, "client-key");
    inlineToken(user);
    String login = login(user);
    ObjectNode whole = json.createObjectNode();
    whole.put("apiVersion", "v1").put("kind", "Config");
    whole.set("current-context", context.path("name"));
    whole.putArray("contexts").add(context);
    part(whole, "clusters", context.path("context").path("cluster"), "cluster", cluster);
    part(whole, "users", context.path("context").path("user"), "user", user);
    return json.createObjectNode()
        .put("kubeconfig", json.writeValueAsString(whole))
        .put("login", login);
  }

  private static String login(ObjectNode user) throws TransferException {
    if (!user.path("token").asString("").isEmpty()) {
      return "token";
    }
    if (!user.path("client-key-data").asString("").isEmpty()) {
      return "client_certificate";
    }
    throw new TransferException(
        user.has("exec") || user.has("auth-provider")
            ? "A program fetches the login of this context; there is no secret in the file."
            : "Its user has neither a token nor a client certificate with a key.");
  }

  private static void part(
      ObjectNode whole, String list, JsonNode name, String key, ObjectNode content) {
    ObjectNode entry = whole.putArray(list).addObject();
    entry.set("name", name);
    entry.set(key, content);
  }

  private ObjectNode named(JsonNode root, String list, JsonNode name, String key)
      throws TransferException {
    Optional<JsonNode> found =
        root.path(list)
            .valueStream()
            .filter(entry -> entry.path("name").equals(name))
            .map(entry -> entry.path(key))
            .findFirst();
    if (found.isPresent() && found.get() instanceof ObjectNode content) {
      return content.deepCopy();
    }
    throw new TransferException("Its " + key + " is not in this file.");
  }

  /** Puts what lies in another file into this one. */
  private void inline(ObjectNode of, String name) throws TransferException {
    if (!of.has(name + "-data") && of.path(name).isString()) {
      of.put(name + "-data", Base64.getEncoder().encodeToString(beside(of.path(name).asString())));
    }
    of.remove(name);
  }

  private void inlineToken(ObjectNode user) throws TransferException {
    if (!user.has("token") && user.path("tokenFile").isString()) {
      byte[] token = beside(user.path("tokenFile").asString());
      user.put("token", new String(token, StandardCharsets.UTF_8).strip());
    }
    user.remove("tokenFile");
  }

  private byte[] beside(String path) throws TransferException {
    try {
      return SafeFile.read(file.resolveSibling(path));
    } catch (InvalidPathException e) {
      throw new TransferException("It names a file by an impossible path.");
    }
  }
}
