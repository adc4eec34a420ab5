package io.keyarbor.transfer.plain;

/** The names in Keyarbor's own documents. */
final class Shape {
  static final String FORMAT = "format";
  static final String KEYARBOR = "keyarbor";
  static final String VERSION = "version";
  static final int NEWEST = 1;
  static final String NOTICE = "notice";
  static final String CREDENTIALS = "credentials";
  static final String NAME = "name";
  static final String SERVICE = "service";
  static final String GROUPS = "groups";
  static final String FIELDS = "fields";
  static final String SECRETS = "secrets";
  static final String BASE64 = "base64";
  static final String TAGS = "tags";
  static final String FAVOURITE = "favourite";
  static final String NOTES = "notes";
  static final String EXPIRES = "expires";
  static final String TRUST = "trust";
  static final String PIN = "pin";
  static final String AUTHORITIES = "authorities";
  static final String SCHEDULE = "schedule";
  static final String NEVER = "never";

  private Shape() {}
}
