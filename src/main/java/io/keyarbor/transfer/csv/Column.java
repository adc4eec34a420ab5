package io.keyarbor.transfer.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a column of a table holds.
 *
 * @param meaning what a credential has of it
 * @param field name of the field, for {@link Meaning#FIELD}
 */
record Column(Meaning meaning, String field) {
  /** Parts of a credential. */
  enum Meaning {
    NAME,
    SERVICE,
    GROUP,
    TAGS,
    NOTES,
    EXPIRES,
    FAVOURITE,
    FIELD,
    IGNORED
  }

  /** What programs call their columns; the first of each is what a person maps a column to. */
  private static final Map<Meaning, List<String>> HEADINGS =
      Map.of(
          Meaning.NAME, List.of("name", "title", "item", "entry", "item name"),
          Meaning.SERVICE, List.of("service", "service_type", "type"),
          Meaning.GROUP, List.of("group", "folder", "grouping", "groups", "category", "vault"),
          Meaning.TAGS, List.of("tags", "tag", "labels"),
          Meaning.NOTES, List.of("notes", "note", "extra", "comments", "comment", "description"),
          Meaning.EXPIRES, List.of("expires", "expiry", "expiration", "expires_at", "valid until"),
          Meaning.FAVOURITE, List.of("favourite", "favorite", "fav"),
          Meaning.IGNORED,
              List.of(
                  "-",
                  "icon",
                  "created",
                  "last modified",
                  "modified",
                  "updated",
                  "created_at",
                  "updated_at",
                  "createtime",
                  "modifytime",
                  "id",
                  "uuid",
                  "guid",
                  "reprompt"));

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "username",
              List.of(
                  "username",
                  "login",
                  "user",
                  "user name",
                  "login_username",
                  "login name",
                  "email"),
          "password", List.of("password", "login_password", "pass", "secret", "value", "key"),
          "url", List.of("url", "uri", "website", "web site", "login_uri", "address", "urls"),
          "totp", List.of("totp", "otp", "otpauth", "login_totp", "otpurl", "2fa"));

  /** What a column of that heading usually holds; one of no known heading is a field. */
  static Column headed(String heading) {
    String key = heading.strip().toLowerCase(Locale.ROOT);
    return known(key)
        .or(() ->
            FIELDS.entrySet().stream()
                .filter(e -> e.getValue().contains(key))
                .map(e -> new Column(Meaning.FIELD, e.getKey()))
                .findFirst())
        .orElseGet(() -> new Column(Meaning.FIELD, heading.strip()));
  }

  /** What a person says that a column holds: one of the first headings above, or a field. */
  static Column mapped(String target) {
    String key = target.strip().toLowerCase(Locale.ROOT);
    return HEADINGS.entrySet().stream()
        .filter(e -> e.getValue().getFirst().equals(key))
        .map(e -> new Column(e.getKey(), ""))
        .findFirst()
        .orElseGet(() -> new Column(Meaning.FIELD, target.strip()));
  }

  private static Optional<Column> known(String key) {
    return HEADINGS.entrySet().stream()
        .filter(e -> e.getValue().contains(key))
        .map(e -> new Column(e.getKey(), ""))
        .findFirst();
  }

  /** Whether a first row that has it is a heading, and no credential. */
  boolean isUsual() {
    return is(Meaning.NAME)
        || is(Meaning.SERVICE)
        || List.of("username", "password", "url").contains(field);
  }

  boolean is(Meaning wanted) {
    return meaning == wanted;
  }
}
