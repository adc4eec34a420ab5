package io.keyarbor.transfer.onepux;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.DraftBuilder;
import io.keyarbor.transfer.read.Node;
import io.keyarbor.transfer.read.Notes;
import io.keyarbor.transfer.read.Services;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items of an export, in the groups that its vaults become. Categories are the numbers that
 * 1Password documents for 1PUX.
 */
final class Items {
  private static final String SSH_KEY = "114";
  private static final Set<String> LOGINS = Set.of("001", "005", "102", "109", "110", "111", "112");

  private final Archive archive;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private int number;

  Items(Archive archive) {
    this.archive = archive;
  }

  Reading read(String file, Node root) throws TransferException {
    if (!root.at("accounts").isList()) {
      throw new TransferException(
          file + " has no list of accounts. Check that 1Password wrote it.");
    }
    try {
      read(root.at("accounts").items());
      return new Reading(drafts, skipped);
    } catch (RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  private void read(List<Node> accounts) {
    for (Node account : accounts) {
      for (Node vault : account.at("vaults").items()) {
        List<String> groups = new ArrayList<>();
        if (accounts.size() > 1) {
          groups.add(account.at("attrs").at("accountName").text());
        }
        groups.add(vault.at("attrs").at("name").text());
        vault.at("items").items().forEach(item -> read(groups, item));
      }
    }
  }

  private void read(List<String> groups, Node listed) {
    // Older exports wrap each item once more.
    Node item = listed.at("item").isEmpty() ? listed : listed.at("item");
    number++;
    String origin = "item " + number;
    if (item.at("trashed").is("true") || item.at("state").is("trashed")) {
      skipped.add(new Skipped(origin, "It lies in 1Password's trash."));
      return;
    }
    try (DraftBuilder draft = new DraftBuilder(origin)) {
      Node details = item.at("details");
      Node overview = item.at("overview");
      String category = item.at("categoryUuid").text();
      draft
          .name(overview.at("title").text())
          .groups(groups)
          .service(service(category))
          .favourite(item.at("favIndex").number(0) > 0);
      overview.at("tags").items().forEach(tag -> draft.tag(tag.text()));
      if (item.at("state").is("archived")) {
        draft.tag("archived");
      }
      urls(overview, draft);
      details.at("loginFields").items().forEach(field -> loginField(field, draft));
      details.at("password").secret().ifPresent(value -> draft.secret("password", value));
      for (Node section : details.at("sections").items()) {
        section.at("fields").items().forEach(field -> field(origin, section, field, draft));
      }
      attachment(origin, details.at("documentAttributes"), draft);
      Notes.put(details.at("notesPlain").secret(), draft);
      drafts.add(draft.buildNamed());
      if (!details.at("passwordHistory").isEmpty()) {
        skipped.add(new Skipped(origin, "Its earlier passwords are not taken; the rest of it is."));
      }
    }
  }

  private static String service(String category) {
    if (category.equals(SSH_KEY)) {
      return Services.SSH;
    }
    return LOGINS.contains(category) ? Services.LOGIN : Services.SECRET;
  }

  private static void urls(Node overview, DraftBuilder draft) {
    List<Node> urls = overview.at("urls").items();
    if (urls.isEmpty()) {
      draft.plain("url", overview.at("url").text());
    }
    urls.forEach(url -> draft.plain("url", url.at("url").text()));
  }

  private static void loginField(Node field, DraftBuilder draft) {
    String designation = field.at("designation").text();
    String name = designation.isEmpty() ? field.at("name").text() : designation;
    boolean isHidden = designation.equals("password") || field.at("fieldType").is("P");
    if (isHidden) {
      field.at("value").secret().ifPresent(value -> draft.secret(name, value));
    } else if (!name.isBlank()) {
      draft.plain(name, field.at("value").text());
    }
  }

  /** A field's value is an object with one entry, called after the kind of the value. */
  private void field(String origin, Node section, Node field, DraftBuilder draft) {
    String title = field.at("title").text();
    String group = section.at("title").text();
    String name = title.isBlank() ? field.at("id").text() : title;
    String full = group.isBlank() || !draft.isTaken(name) ? name : group + " " + name;
    for (Map.Entry<String, Node> value : field.at("value").entries().entrySet()) {
      switch (value.getKey()) {
        case "concealed", "creditCardNumber" ->
            value.getValue().secret().ifPresent(secret -> draft.secret(full, secret));
        case "totp" ->
            value
                .getValue()
                .secret()
                .ifPresent(secret -> draft.secret(draft.isTaken("totp") ? full : "totp", secret));
        case "file" -> attachment(origin, value.getValue(), draft);
        case "sshKey" -> sshKey(value.getValue(), draft);
        case "date" -> day(value.getValue()).ifPresent(day -> draft.plain(full, day.toString()));
        case "email" -> {
          Node address = value.getValue().at("email_address");
          draft.plain(full, (address.isEmpty() ? value.getValue() : address).text());
        }
        default -> described(full, value.getValue(), draft);
      }
    }
  }

  /** A text, or an object of texts such as a postal address. */
  private static void described(String name, Node value, DraftBuilder draft) {
    draft.plain(name, value.text());
    value.entries().forEach((part, text) -> draft.plain(name + " " + part, text.text()));
  }

  private static Optional<LocalDate> day(Node seconds) {
    int at = seconds.number(0);
    return at == 0
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(at), ZoneOffset.UTC));
  }

  private static void sshKey(Node key, DraftBuilder draft) {
    draft.plainIfAbsent("auth_method", "key");
    key.at("privateKey").secret().ifPresent(value -> draft.secret("private_key", value));
    draft.plain("public_key", key.at("metadata").at("publicKey").text());
    draft.plain("fingerprint", key.at("metadata").at("fingerprint").text());
  }

  private void attachment(String origin, Node file, DraftBuilder draft) {
    if (file.isEmpty()) {
      return;
    }
    String name = file.at("fileName").text();
    int room = (int) Math.max(0, Draft.MOST_BYTES - draft.size());
    Optional<Secret> content = archive.attachment(file.at("documentId").text(), name, room);
    // Only the last part of a name is one; the rest would be a way into other folders.
    String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    content.ifPresentOrElse(
        secret -> draft.secret(Draft.ATTACHMENT + base, secret),
        () ->
            skipped.add(
                new Skipped(
                    origin,
                    "An attached file is missing, damaged, or larger than "
                        + Draft.MOST_BYTES
                        + " bytes with the rest of it; the rest is taken.")));
  }
}
