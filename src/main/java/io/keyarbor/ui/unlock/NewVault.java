package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a person must give for a new vault, and what is still wrong with it. Plain Java. */
public final class NewVault {
  /** What the file of a vault is proposed to end in. */
  public static final String SUFFIX = ".keyarbor";

  /** Least strength of a master password, on the scale from 0 to 4. */
  static final int LEAST_SCORE = 2;

  private NewVault() {}

  /** Where a vault of that name is proposed to lie. */
  public static Path proposal(Path folder, String name) {
    String file =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    return folder.resolve((file.isEmpty() ? "vault" : file) + SUFFIX);
  }

  /** What a person may call the vault in {@code file} while it is locked. */
  static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /**
   * The first thing that is wrong, in words; empty if nothing is.
   *
   * @param score strength of the password, from 0 to 4
   * @param same whether both entries of the password are the same
   */
  public static Optional<String> fault(String name, int length, int score, boolean same) {
    if (name.isBlank()) {
      return Optional.of(tr("Give the vault a name."));
    }
    if (length == 0) {
      return Optional.of(
          tr("Choose a master password. Nobody can recover it, so remember it well."));
    }
    if (score < LEAST_SCORE) {
      return Optional.of(
          tr(
              "This master password is too easy to guess. Make it longer: four or more unrelated words"
                  + " are good."));
    }
    return same ? Optional.empty() : Optional.of(tr("The two passwords are not the same."));
  }
}
