package io.keyarbor.settings;

/** By what the list of credentials is grouped. */
public enum Grouping {
  CATEGORY,
  SERVICE,
  GROUP,
  PROFILE,
  TAG,
  STATUS,
  NONE
}
