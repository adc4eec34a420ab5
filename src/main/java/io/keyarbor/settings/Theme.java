package io.keyarbor.settings;

/** Which of the two looks a person wants. */
public enum Theme {
  SYSTEM("Like the system"),
  LIGHT("Light"),
  DARK("Dark");

  private final String label;

  Theme(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
