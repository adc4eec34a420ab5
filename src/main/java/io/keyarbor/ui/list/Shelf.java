package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import java.time.LocalDate;

/** A part of the vault that can be looked at on its own. */
public enum Shelf {
  ALL("mdi2k-key-outline"),
  FAVOURITES("mdi2s-star-outline"),
  EXPIRING("mdi2c-clock-alert-outline"),
  FAILING("mdi2a-alert-circle-outline"),
  NEVER_TESTED("mdi2h-help-circle-outline"),
  TRASH("mdi2t-trash-can-outline");

  /** So many days before the last one a credential counts as expiring. */
  static final int SOON_DAYS = 30;

  private final String icon;

  Shelf(String icon) {
    this.icon = icon;
  }

  /** What a person reads. */
  public String label() {
    return switch (this) {
      case ALL -> tr("All");
      case FAVOURITES -> tr("Favourites");
      case EXPIRING -> tr("Expiring");
      case FAILING -> tr("Failing");
      case NEVER_TESTED -> tr("Never tested");
      case TRASH -> tr("Trash");
    };
  }

  /** Name of its icon. */
  public String icon() {
    return icon;
  }

  /** What is said where it is empty. */
  public String emptyTitle() {
    return switch (this) {
      case ALL -> tr("No credentials");
      case FAVOURITES -> tr("No favourites yet");
      case EXPIRING -> tr("Nothing expires soon");
      case FAILING -> tr("Nothing fails");
      case NEVER_TESTED -> tr("Everything is tested");
      case TRASH -> tr("The trash is empty");
    };
  }

  /** What the place is for. */
  public String emptyText() {
    return switch (this) {
      case ALL -> tr("Everything you keep is listed here.");
      case FAVOURITES -> tr("Mark what you use every day with the star in its details.");
      case EXPIRING -> tr("Here you find what expires within {0} days.", SOON_DAYS);
      case FAILING -> tr("Here you find what a service refused at the last test.");
      case NEVER_TESTED -> tr("Here you find what no test has been run for.");
      case TRASH -> tr("What you delete stays here until you delete it for good.");
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
