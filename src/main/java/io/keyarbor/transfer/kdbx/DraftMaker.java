package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.Address;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.read.Notes;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.Details;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes drafts of entries. For one file and one thread. */
final class DraftMaker {
  private static final Skipped PAST = new Skipped("History", "these are earlier states of entries");
  private static final String NAMELESS = "Entry without a title";

  /** A value that stands for one of another entry; KeePass looks it up, and this does not. */
  private static final byte[] REFERENCE = "{REF:".getBytes(StandardCharsets.US_ASCII);

  private final Database database;
  private final Limits.Budget budget;
  private final String service;
  private final ZoneId zone;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  /**
   * For all of {@code database}.
   *
   * @param service of entries that name none; empty for a login
   */
  DraftMaker(Database database, Limits.Budget budget, Optional<String> service, ZoneId zone) {
    this.database = database;
    this.budget = budget;
    this.service = service.orElse(Services.LOGIN);
    this.zone = zone;
  }

  /** Takes the values out of the database's entries. */
  Reading make() throws KdbxException {
    try {
      Map<Skipped, Integer> passedBy = new LinkedHashMap<>();
      int past = 0;
      for (Entry entry : database.entries()) {
        Optional<Skipped> why = passedBy(entry.folder());
        if (why.isEmpty()) {
          drafts.add(draft(entry));
          past += entry.past();
        } else {
          passedBy.merge(why.get(), 1, Integer::sum);
        }
      }
      if (past > 0) {
        passedBy.put(PAST, past);
      }
      passedBy.forEach(
          (what, count) -> skip(what.origin(), what.why() + ", and are not taken: " + count));
      return new Reading(drafts, skipped);
    } catch (KdbxException | RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  /** What is to be said of the group around {@code folder} whose entries are not taken, if any. */
  private Optional<Skipped> passedBy(Folder folder) {
    Folder bin = folder.within(database.recycleBin());
    if (bin != null) {
      return Optional.of(new Skipped(bin.origin(), "these entries were removed"));
    }
    return Optional.ofNullable(folder.within(database.entryTemplates()))
        .map(templates -> new Skipped(templates.origin(), "these entries are templates"));
  }

  private void skip(String origin, String why) {
    skipped.add(new Skipped(origin, why));
  }

  private Draft draft(Entry entry) throws KdbxException {
    Map<String, Value> values = entry.values();
    String url = text(values, Keys.URL);
    String user = text(values, Keys.USER);
    String name = name(text(values, Keys.TITLE), url, user);
    String origin = entry.folder().origin(name);
    Fields fields = new Fields();
    try {
      if (!url.isEmpty()) {
        fields.put("url", url);
      }
      if (!user.isEmpty()) {
        fields.put("username", user);
      }
      String password = text(values, Keys.PASSWORD_FIELD);
      takeSecret(
          origin, fields, password.isEmpty() ? "password" : password, values.remove(Keys.PASSWORD));
      if (values.get(Keys.NOTES) instanceof Value.Hidden) {
        takeSecret(origin, fields, "notes", values.remove(Keys.NOTES));
      }
      boolean favourite = text(values, Keys.FAVOURITE).equals("true");
      boolean encoded = !text(values, Keys.TAGS).isEmpty();
      String type = text(values, Keys.SERVICE);
      takeCustom(origin, fields, values);
      takeAttached(origin, fields, entry);
      Value notes = values.remove(Keys.NOTES);
      boolean isNote = fields.isEmpty() && notes != null && notes.length() > 0;
      if (isNote) {
        fields.put(Notes.KIND, Notes.NOTE);
        takeSecret(origin, fields, Notes.NOTE, notes);
        type = Services.SECRET;
      }
      Details details =
          new Details(
              name,
              type.isEmpty() ? service : type,
              Optional.empty(),
              fields.plain(),
              tags(entry.tags(), encoded),
              favourite,
              isNote ? "" : notes(origin, notes),
              expires(origin, entry),
              new TlsTrust.SystemTrust());
      return new Draft(origin, entry.folder().path(), details, fields.secrets());
    } catch (KdbxException | RuntimeException e) {
      fields.close();
      throw e;
    }
  }

  private String notes(String origin, Value notes) {
    if (notes == null) {
      return "";
    }
    tellIfTooLong(origin, Keys.NOTES, notes);
    return notes.text();
  }

  private static String text(Map<String, Value> values, String key) {
    Value value = values.remove(key);
    return value == null ? "" : value.text();
  }

  private static String name(String title, String url, String user) {
    if (!title.isBlank()) {
      return title;
    }
    return Address.found(url)
        .or(() -> Optional.of(user))
        .filter(Predicate.not(String::isBlank))
        .orElse(NAMELESS);
  }

  private void takeCustom(String origin, Fields fields, Map<String, Value> values) {
    List<String> keys = values.keySet().stream().filter(key -> !key.equals(Keys.NOTES)).toList();
    for (String key : keys) {
      Value value = values.remove(key);
      String name = key.startsWith(Keys.FIELD) ? key.substring(Keys.FIELD.length()) : key;
      tellIfTooLong(origin, name, value);
      if (value instanceof Value.TooLong) {
        continue;
      }
      if (value instanceof Value.Hidden || isOneTimeCode(key)) {
        Secret secret = value.secret();
        putSecret(
            origin, fields, key.equals(Keys.OTP) && isOtpAddress(secret) ? "totp" : name, secret);
      } else {
        fields.put(name, value.text());
      }
    }
  }

  /** What programs keep one-time codes under, some of them without protection. */
  private static boolean isOneTimeCode(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.equals(Keys.OTP)
        || lower.startsWith("totp ")
        || lower.startsWith("timeotp-")
        || lower.startsWith("hmacotp-");
  }

  static boolean isOtpAddress(Secret secret) {
    return startsWith(secret, Keys.OTP_SCHEME.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean startsWith(Secret secret, byte[] start) {
    return secret.use(bytes ->
        bytes.length >= start.length
            && Arrays.equals(bytes, 0, start.length, start, 0, start.length));
  }

  private void takeSecret(String origin, Fields fields, String name, Value value) {
    if (value == null) {
      return;
    }
    tellIfTooLong(origin, name, value);
    if (value.length() > 0) {
      putSecret(origin, fields, name, value.secret());
    } else {
      value.close();
    }
  }

  private void putSecret(String origin, Fields fields, String name, Secret secret) {
    if (startsWith(secret, REFERENCE)) {
      skip(origin, "its " + name + " is a reference to another entry, and is taken as it stands");
    }
    if (!fields.put(name, secret)) {
      tellTooLong(origin, name);
    }
  }

  private void takeAttached(String origin, Fields fields, Entry entry) throws KdbxException {
    while (!entry.attached().isEmpty()) {
      Entry.Attached attached = entry.attached().removeFirst();
      String name =
          attached.name().startsWith(Keys.FIELD)
              ? attached.name().substring(Keys.FIELD.length())
              : Draft.ATTACHMENT + attached.name();
      Optional<Value> value =
          attached.number().isEmpty()
              ? Optional.of(attached.inline())
              : database.attachments().copy(attached.number());
      if (value.isEmpty()) {
        skip(origin, "its file " + attached.name() + " is not in the database");
      } else if (value.get() instanceof Value.Hidden(Secret bytes)) {
        int length = bytes.length();
        putSecret(origin, fields, name, bytes);
        budget.item(length);
      } else {
        tellTooLong(origin, name);
      }
    }
  }

  private void tellIfTooLong(String origin, String name, Value value) {
    if (value instanceof Value.TooLong) {
      tellTooLong(origin, name);
    }
  }

  private void tellTooLong(String origin, String name) {
    skip(
        origin,
        "its "
            + name
            + " is left out: the secrets of a credential may have "
            + Draft.MOST_BYTES
            + " bytes together");
  }

  private static Set<String> tags(String text, boolean encoded) {
    Set<String> tags = new LinkedHashSet<>();
    for (String tag : text.split("[;,]", -1)) {
      if (!tag.isBlank()) {
        tags.add(encoded ? decoded(tag) : tag.strip());
      }
    }
    return tags;
  }

  private static String decoded(String tag) {
    try {
      return URLDecoder.decode(tag, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return tag;
    }
  }

  private Optional<LocalDate> expires(String origin, Entry entry) {
    if (!entry.expires()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = Times.day(entry.expiry(), zone);
    if (day.isEmpty()) {
      skip(origin, "when it expires cannot be read, and is left out");
    }
    return day;
  }
}
