package io.keyarbor.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Preferences. They lie readable on the disk, so nothing of a vault's content belongs here.
 *
 * @param fontScale from {@value #SMALLEST_SCALE} to {@value #LARGEST_SCALE}; 1 is the designed size
 * @param autoLockMinutes idle minutes until the vault locks, from 1 to {@value #LONGEST_IDLE}
 * @param clipboardSeconds until a copied secret is cleared, from {@value #SHORTEST_COPY} to {@value
 *     #LONGEST_COPY}
 * @param hiddenColumns keys of the list's columns that the person does not want to see
 * @param order by what the list is sorted
 * @param welcomed whether the welcome tour was offered
 * @param recentVault the vault last opened
 */
public record Settings(
    Theme theme,
    double fontScale,
    Language language,
    int autoLockMinutes,
    int clipboardSeconds,
    Grouping grouping,
    Set<String> hiddenColumns,
    ListOrder order,
    Presence presence,
    Protection protection,
    boolean welcomed,
    Optional<Path> recentVault) {
  /** Least {@link #fontScale}. */
  public static final double SMALLEST_SCALE = 0.75;

  /** Greatest {@link #fontScale}. */
  public static final double LARGEST_SCALE = 2.0;

  /** Greatest {@link #autoLockMinutes}: a vault never stays open for a whole day unused. */
  public static final int LONGEST_IDLE = 480;

  /** Least {@link #clipboardSeconds}. */
  public static final int SHORTEST_COPY = 5;

  /** Greatest {@link #clipboardSeconds}. */
  public static final int LONGEST_COPY = 300;

  /** What a person gets who never changed anything. */
  public static final Settings DEFAULTS =
      new Settings(
          Theme.SYSTEM,
          1,
          Language.SYSTEM,
          15,
          30,
          Grouping.CATEGORY,
          Set.of("service", "group", "tags", "created", "changed"),
          ListOrder.DEFAULTS,
          Presence.DEFAULTS,
          Protection.DEFAULTS,
          false,
          Optional.empty());

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a value lies outside its bounds
   */
  public Settings {
    within("font scale", fontScale, SMALLEST_SCALE, LARGEST_SCALE);
    within("auto-lock minutes", autoLockMinutes, 1, LONGEST_IDLE);
    within("clipboard seconds", clipboardSeconds, SHORTEST_COPY, LONGEST_COPY);
    hiddenColumns = Set.copyOf(hiddenColumns);
  }

  private static void within(String what, double value, double least, double greatest) {
    if (!(value >= least && value <= greatest)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", not from " + least + " to " + greatest);
    }
  }

  /** The same with another theme. */
  public Settings withTheme(Theme next) {
    return new Settings(
        next,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another font scale. */
  public Settings withFontScale(double next) {
    return new Settings(
        theme,
        next,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another language. */
  public Settings withLanguage(Language next) {
    return new Settings(
        theme,
        fontScale,
        next,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another idle time. */
  public Settings withAutoLockMinutes(int next) {
    return new Settings(
        theme,
        fontScale,
        language,
        next,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another life of a copied secret. */
  public Settings withClipboardSeconds(int next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        next,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another grouping. */
  public Settings withGrouping(Grouping next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        next,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with other columns left out. */
  public Settings withHiddenColumns(Set<String> next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        next,
        order,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with the list sorted otherwise. */
  public Settings withOrder(ListOrder next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        next,
        presence,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with another presence. */
  public Settings withPresence(Presence next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        next,
        protection,
        welcomed,
        recentVault);
  }

  /** The same with other guards. */
  public Settings withProtection(Protection next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        next,
        welcomed,
        recentVault);
  }

  /** The same, with the welcome tour offered or not. */
  public Settings withWelcomed(boolean next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        next,
        recentVault);
  }

  /** The same after that vault was opened, or none. */
  public Settings withRecent(Optional<Path> next) {
    return new Settings(
        theme,
        fontScale,
        language,
        autoLockMinutes,
        clipboardSeconds,
        grouping,
        hiddenColumns,
        order,
        presence,
        protection,
        welcomed,
        next);
  }

  /** The same after that vault was opened. */
  public Settings withRecentVault(Path next) {
    return withRecent(Optional.of(next));
  }
}
