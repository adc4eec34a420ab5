package io.keyarbor.transfer.detect;

import java.util.List;
import java.util.Locale;

/** Names of variables and settings that hold secrets, and values that stand for one only. */
public final class SecretNames {
  private static final List<String> TELLING =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "authkey",
          "privatekey",
          "encryptionkey",
          "signingkey",
          "sessionkey",
          "masterkey",
          "credential",
          "webhookurl",
          "dsn");

  /** What speaks of a secret and holds none. */
  private static final List<String> ABOUT =
      List.of(
          "name",
          "url",
          "uri",
          "path",
          "file",
          "field",
          "type",
          "label",
          "hint",
          "help",
          "placeholder",
          "prefix",
          "expires",
          "expiry",
          "ttl",
          "scope",
          "scopes",
          "header",
          "regex",
          "pattern",
          "format",
          "endpoint",
          "server",
          "env",
          "ref",
          "id",
          "hash",
          "length",
          "count",
          "policy",
          "message",
          "command",
          "version",
          "digest",
          "dir");

  private static final List<String> STANDING_FOR_ONE =
      List.of(
          "changeme",
          "change-me",
          "change_me",
          "replaceme",
          "replace-me",
          "replace_me",
          "your",
          "example",
          "placeholder",
          "dummy",
          "todo",
          "redacted",
          "xxxx",
          "****",
          "....",
          "<",
          "${",
          "$(",
          "{{",
          "%(",
          "#{",
          "null",
          "none",
          "undefined",
          "true",
          "false",
          "insert",
          "keyarbor:");

  /** What people write into a value that is meant to be seen as none. */
  private static final List<String> MADE_UP =
      List.of("fake", "demo", "example", "dummy", "sample", "placeholder", "changeme");

  private SecretNames() {}

  /** Whether a value says of itself that it is made up. */
  public static boolean isMadeUp(CharSequence value) {
    for (int at = 0; at < value.length(); at++) {
      CharSequence rest = value.subSequence(at, value.length());
      if (MADE_UP.stream().anyMatch(word -> startsWithIgnoringCase(rest, word))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable or setting of that name holds a secret, if it holds anything. */
  public static boolean isTelling(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return !bare.equals("pwd")
        && !bare.equals("oldpwd")
        && TELLING.stream().anyMatch(bare::contains)
        && (bare.endsWith("webhookurl") || ABOUT.stream().noneMatch(bare::endsWith));
  }

  /** Whether a value only says that one belongs there, or is taken from elsewhere. */
  public static boolean isPlaceholder(CharSequence value) {
    return value.isEmpty()
        || value.charAt(0) == '$'
        || value.charAt(0) == '{'
        || isOneCharacter(value)
        || STANDING_FOR_ONE.stream().anyMatch(text -> startsWithIgnoringCase(value, text));
  }

  private static boolean isOneCharacter(CharSequence value) {
    return value.chars().allMatch(c -> c == value.charAt(0));
  }

  /** Without making a text of {@code value}. */
  private static boolean startsWithIgnoringCase(CharSequence value, String text) {
    if (value.length() < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.toLowerCase(value.charAt(i)) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
