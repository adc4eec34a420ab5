package io.keyarbor.ui.list;

import java.time.LocalDate;

/** A part of the vault that can be looked at on its own. */
public enum Shelf {
  ALL("All", "mdi2k-key-outline"),
  FAVOURITES("Favourites", "mdi2s-star-outline"),
  EXPIRING("Expiring", "mdi2c-clock-alert-outline"),
  FAILING("Failing", "mdi2a-alert-circle-outline"),
  NEVER_TESTED("Never tested", "mdi2h-help-circle-outline"),
  TRASH("Trash", "mdi2t-trash-can-outline");

  /** So many days before the last one a credential counts as expiring. */
  static final int SOON_DAYS = 30;

  private final String label;
  private final String icon;

  Shelf(String label, String icon) {
    this.label = label;
    this.icon = icon;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** Name of its icon. */
  public String icon() {
    return icon;
  }

  /** What is said where it is empty. */
  public String emptyTitle() {
    return switch (this) {
      case ALL -> "No credentials";
      case FAVOURITES -> "No favourites yet";
      case EXPIRING -> "Nothing expires soon";
      case FAILING -> "Nothing fails";
      case NEVER_TESTED -> "Everything is tested";
      case TRASH -> "The trash is empty";
    };
  }

  /** What the place is for. */
  public String emptyText() {
    return switch (this) {
      case ALL -> "Everything you keep is listed here.";
      case FAVOURITES -> "Mark what you use every day with the star in its details.";
      case EXPIRING -> "Here you find what expires within " + SOON_DAYS + " days.";
      case FAILING -> "Here you find what a service refused at the last test.";
      case NEVER_TESTED -> "Here you find what no test has been run for.";
      case TRASH -> "What you delete stays here until you delete it for good.";
    };
  }

  /** Whether a credential in use lies on it. */
  boolean holds(Entry entry, LocalDate today) {
    return switch (this) {
      case ALL -> true;
      case FAVOURITES -> entry.credential().details().favourite();
      case EXPIRING ->
          entry.expires().filter(day -> !day.isAfter(today.plusDays(SOON_DAYS))).isPresent();
      case FAILING -> entry.standing() == Standing.FAILING;
      case NEVER_TESTED -> entry.standing() == Standing.NEVER_TESTED;
      case TRASH -> false;
    };
  }
}
