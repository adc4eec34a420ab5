package io.keyarbor.settings;

/** What may stand in for the master password for a while. */
public enum QuickUnlock {
  OFF("Off"),
  KEYRING("Keyring of the system"),
  PIN("PIN");

  private final String label;

  QuickUnlock(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
