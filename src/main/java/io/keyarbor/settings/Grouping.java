package io.keyarbor.settings;

/** By what the list of credentials is grouped. */
public enum Grouping {
  CATEGORY("Category"),
  SERVICE("Service"),
  GROUP("Group"),
  PROFILE("Profile"),
  TAG("Tag"),
  STATUS("Status"),
  NONE("Nothing");

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  /** What a person reads after "Group by". */
  public String label() {
    return label;
  }
}
