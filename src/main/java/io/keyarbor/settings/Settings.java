package io.keyarbor.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Preferences. They lie readable on the disk, so nothing of a vault's content belongs here.
 *
 * @param fontScale from {@value #SMALLEST_SCALE} to {@value #LARGEST_SCALE}; 1 is the designed size
 * @param autoLockMinutes idle minutes until the vault locks, from 1 to {@value #LONGEST_IDLE}
 * @param clipboardSeconds until a copied secret is cleared, from {@value #SHORTEST_COPY} to {@value
 *     #LONGEST_COPY}
 * @param recentVault the vault last opened
 */
public record Settings(
    Theme theme,
    double fontScale,
    int autoLockMinutes,
    int clipboardSeconds,
    Grouping grouping,
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
      new Settings(Theme.SYSTEM, 1, 15, 30, Grouping.CATEGORY, Optional.empty());

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a value lies outside its bounds
   */
  public Settings {
    within("font scale", fontScale, SMALLEST_SCALE, LARGEST_SCALE);
    within("auto-lock minutes", autoLockMinutes, 1, LONGEST_IDLE);
    within("clipboard seconds", clipboardSeconds, SHORTEST_COPY, LONGEST_COPY);
  }

  private static void within(String what, double value, double least, double greatest) {
    if (!(value >= least && value <= greatest)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", not from " + least + " to " + greatest);
    }
  }

  /** The same with another theme. */
  public Settings withTheme(Theme next) {
    return new Settings(next, fontScale, autoLockMinutes, clipboardSeconds, grouping, recentVault);
  }

  /** The same with another font scale. */
  public Settings withFontScale(double next) {
    return new Settings(theme, next, autoLockMinutes, clipboardSeconds, grouping, recentVault);
  }

  /** The same with another idle time. */
  public Settings withAutoLockMinutes(int next) {
    return new Settings(theme, fontScale, next, clipboardSeconds, grouping, recentVault);
  }

  /** The same with another life of a copied secret. */
  public Settings withClipboardSeconds(int next) {
    return new Settings(theme, fontScale, autoLockMinutes, next, grouping, recentVault);
  }

  /** The same with another grouping. */
  public Settings withGrouping(Grouping next) {
    return new Settings(theme, fontScale, autoLockMinutes, clipboardSeconds, next, recentVault);
  }

  /** The same after that vault was opened. */
  public Settings withRecentVault(Path next) {
    return new Settings(
        theme, fontScale, autoLockMinutes, clipboardSeconds, grouping, Optional.of(next));
  }
}
