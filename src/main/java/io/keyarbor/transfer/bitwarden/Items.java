package io.keyarbor.transfer.bitwarden;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.DraftBuilder;
import io.keyarbor.transfer.read.Node;
import io.keyarbor.transfer.read.Notes;
import io.keyarbor.transfer.read.Services;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The items of an export. Numbers of types are those of Bitwarden's documented export. */
final class Items {
  private static final int LOGIN = 1;
  private static final int NOTE = 2;
  private static final int CARD = 3;
  private static final int IDENTITY = 4;
  private static final int SSH_KEY = 5;
  private static final int HIDDEN = 1;
  private static final int LINKED = 3;

  /** Parts of a card or an identity that others must not have; all else describes it. */
  private static final Set<String> HIDDEN_PARTS =
      Set.of("number", "code", "ssn", "passportNumber", "licenseNumber");

  private final Node root;
  private final Map<String, String> folders = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  Items(Node root) {
    this.root = root;
    Stream.of("folders", "collections")
        .flatMap(list -> root.at(list).items().stream())
        .forEach(folder -> folders.put(folder.at("id").text(), folder.at("name").text()));
  }

  Reading read(String file) throws TransferException {
    if (!root.at("items").isList()) {
      throw new TransferException(file + " has no list “items”. Check that Bitwarden wrote it.");
    }
    try {
      int number = 0;
      for (Node item : root.at("items").items()) {
        number++;
        String origin = "item " + number;
        if (!item.at("deletedDate").isEmpty()) {
          skipped.add(new Skipped(origin, "It lies in Bitwarden's trash."));
        } else {
          read(origin, item);
        }
      }
      return new Reading(drafts, skipped);
    } catch (RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  private void read(String origin, Node item) {
    try (DraftBuilder draft = new DraftBuilder(origin)) {
      draft
          .name(item.at("name").text())
          .groups(groups(item))
          .favourite(item.at("favorite").is("true"));
      switch (item.at("type").number(0)) {
        case LOGIN -> login(item.at("login"), draft);
        case NOTE -> draft.service(Services.SECRET);
        case CARD -> parts(item.at("card"), draft);
        case IDENTITY -> parts(item.at("identity"), draft);
        case SSH_KEY -> sshKey(item.at("sshKey"), draft);
        default -> {
          skipped.add(new Skipped(origin, "It is of a kind that is not known here."));
          return;
        }
      }
      item.at("fields").items().forEach(field -> custom(origin, field, draft));
      Notes.put(item.at("notes").secret(), draft);
      if (!item.at("archivedDate").isEmpty()) {
        draft.tag("archived");
      }
      drafts.add(draft.buildNamed());
      left(origin, item);
    }
  }

  /** What stays behind is told, so that nobody deletes the file in good faith. */
  private void left(String origin, Node item) {
    if (!item.at("login").at("fido2Credentials").isEmpty()) {
      skipped.add(new Skipped(origin, "Its passkey is not taken; the rest of it is."));
    }
    if (!item.at("passwordHistory").isEmpty()) {
      skipped.add(new Skipped(origin, "Its earlier passwords are not taken; the rest of it is."));
    }
  }

  private List<String> groups(Node item) {
    String id =
        Stream.concat(
                Stream.of(item.at("folderId").text()),
                item.at("collectionIds").items().stream().map(Node::text))
            .filter(folders::containsKey)
            .findFirst()
            .orElse("");
    return Stream.of(folders.getOrDefault(id, "").split("/"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static void login(Node login, DraftBuilder draft) {
    login.at("uris").items().forEach(uri -> draft.plain("url", uri.at("uri").text()));
    draft.plain("username", login.at("username").text());
    login.at("password").secret().ifPresent(value -> draft.secret("password", value));
    login.at("totp").secret().ifPresent(value -> draft.secret("totp", value));
  }

  private static void parts(Node parts, DraftBuilder draft) {
    draft.service(Services.SECRET);
    parts
        .entries()
        .forEach((name, value) -> {
          if (HIDDEN_PARTS.contains(name)) {
            value.secret().ifPresent(secret -> draft.secret(name, secret));
          } else {
            draft.plain(name, value.text());
          }
        });
  }

  private static void sshKey(Node key, DraftBuilder draft) {
    draft.service(Services.SSH).plain("auth_method", "key");
    key.at("privateKey").secret().ifPresent(value -> draft.secret("private_key", value));
    draft.plain("public_key", key.at("publicKey").text());
    draft.plain("fingerprint", key.at("keyFingerprint").text());
  }

  private void custom(String origin, Node field, DraftBuilder draft) {
    String name = field.at("name").text();
    switch (field.at("type").number(0)) {
      case HIDDEN -> {
        Secret value = field.at("value").secret().orElse(null);
        if (value != null) {
          draft.secret(name, value);
        }
      }
      case LINKED ->
          skipped.add(
              new Skipped(origin, "A field in it only points at another one; the rest is taken."));
      default -> draft.plain(name.isBlank() ? "field" : name, field.at("value").text());
    }
  }
}
