package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A draft as an entry says it: which value it has under which name. Two of a name are not possible,
 * and programs refuse a whole file for it.
 */
final class WrittenEntry {
  private static final Pattern TAG_BREAK = Pattern.compile("^\\s|[;,\t\r\n]|\\s$");

  private final Draft draft;
  private final List<Skipped> skipped;
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final Map<String, Secret> files = new LinkedHashMap<>();
  private final Set<String> takenKeys = new HashSet<>();
  private final Set<String> takenFiles = new HashSet<>();
  private final String password;
  private final String tags;

  /**
   * Of {@code draft}, which keeps its secrets.
   *
   * @param skipped is told what cannot be written as it is
   */
  WrittenEntry(Draft draft, List<Skipped> skipped) {
    this.draft = draft;
    this.skipped = skipped;
    Details details = draft.details();
    password = password(draft.secrets());
    if (!password.equals("password")) {
      putPlain(Keys.PASSWORD_FIELD, "password", password);
    }
    putPlain(Keys.TITLE, "name", details.name());
    putPlain(Keys.NOTES, "notes", details.notes());
    boolean encoded = details.tags().stream().anyMatch(TAG_BREAK.asPredicate());
    tags = tags(details.tags(), encoded);
    if (encoded) {
      putPlain(Keys.TAGS, "tags", "percent-encoded");
    }
    if (!details.serviceType().equals(Services.LOGIN)) {
      putPlain(Keys.SERVICE, "service", details.serviceType());
    }
    if (details.favourite()) {
      putPlain(Keys.FAVOURITE, "favourite", "true");
    }
    new TreeMap<>(draft.secrets()).forEach(this::putSecret);
    new TreeMap<>(details.fields())
        .forEach((name, value) -> putPlain(plainKey(name, value), name, value));
    tellSettings(details);
  }

  Map<String, String> plain() {
    return plain;
  }

  Map<String, Secret> secrets() {
    return secrets;
  }

  /** Attached files by name. */
  Map<String, Secret> files() {
    return files;
  }

  String tags() {
    return tags;
  }

  private String tags(Set<String> all, boolean encoded) {
    List<String> sorted = new ArrayList<>(all);
    sorted.sort(null);
    return sorted.stream()
        .filter(Predicate.not(String::isBlank))
        .map(t -> encoded ? URLEncoder.encode(t, StandardCharsets.UTF_8) : held("tag", t))
        .collect(Collectors.joining(";"));
  }

  /** An empty value of KeePass's own says nothing, so that it is kept under a name of ours. */
  private static String plainKey(String name, String value) {
    return switch (name) {
      case "username" -> value.isEmpty() ? Keys.FIELD + name : Keys.USER;
      case "url" -> value.isEmpty() ? Keys.FIELD + name : Keys.URL;
      default -> key(name);
    };
  }

  /** An only secret is what a person looks for as the password, whatever it is called. */
  private static String password(Map<String, Secret> secrets) {
    List<String> texts =
        secrets.keySet().stream().filter(name -> !name.startsWith(Draft.ATTACHMENT)).toList();
    return texts.size() == 1
            && Keys.mayStandForPassword(texts.getFirst())
            && secrets.get(texts.getFirst()).length() > 0
            && secrets.get(texts.getFirst()).use(XmlText::holds)
        ? texts.getFirst()
        : "password";
  }

  private String secretKey(String name, Secret value) {
    if (name.equals(password) && value.length() > 0) {
      return Keys.PASSWORD;
    }
    return switch (name) {
      case "password" -> Keys.FIELD + name;
      case "totp" -> DraftMaker.isOtpAddress(value) ? Keys.OTP : name;
      default -> key(name);
    };
  }

  private static String key(String name) {
    return Keys.isReserved(name) ? Keys.FIELD + name : name;
  }

  private void putPlain(String key, String name, String value) {
    if (take(takenKeys, key, name)) {
      plain.put(held("name of a field", key), held(name, value));
    }
  }

  private void putSecret(String name, Secret value) {
    String file =
        name.startsWith(Draft.ATTACHMENT) ? name.substring(Draft.ATTACHMENT.length()) : "";
    if (!file.isEmpty() && !file.startsWith(Keys.OWN)) {
      putFile(file, name, value);
    } else if (!file.isEmpty() || !value.use(XmlText::holds)) {
      putFile(Keys.FIELD + name, name, value);
    } else if (take(takenKeys, secretKey(name, value), name)) {
      secrets.put(held("name of a field", secretKey(name, value)), value);
    }
  }

  private void putFile(String file, String name, Secret value) {
    if (file.startsWith(Keys.FIELD)) {
      tell("its " + XmlText.replaced(name) + " is no text, and is written as an attached file");
    }
    if (take(takenFiles, file, name)) {
      files.put(held("name of a file", file), value);
    }
  }

  private boolean take(Set<String> taken, String key, String name) {
    boolean free = taken.add(XmlText.replaced(key));
    if (!free) {
      tell("its " + XmlText.replaced(name) + " is left out: another field has that name");
    }
    return free;
  }

  private String held(String what, String text) {
    String held = XmlText.replaced(text);
    if (!held.equals(text)) {
      tell(
          "its "
              + XmlText.replaced(what)
              + " has characters that KDBX cannot hold; each is written as U+FFFD");
    }
    return held;
  }

  private void tellSettings(Details details) {
    if (!(details.trust() instanceof TlsTrust.SystemTrust)) {
      tell("which certificate its tests trust is not written");
    }
    if (!(details.schedule() instanceof TestSchedule.Inherited)) {
      tell("how often it is tested is not written");
    }
  }

  private void tell(String why) {
    skipped.add(new Skipped(draft.origin(), why));
  }
}
