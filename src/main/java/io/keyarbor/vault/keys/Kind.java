package io.keyarbor.vault.keys;

/** What a sealed record is; part of what it is bound to. */
public enum Kind {
  META(1),
  SECRET(2),
  MEMBER_KEYS(3),
  COLLECTION_KEYS(4),
  COLLECTION_PROFILE(5),
  MEMBER_PROFILE(6);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
