package io.keyarbor.platform.instance;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a start of the desktop app asks for. Holds no secret: it was a program's argument.
 *
 * @param word what {@code kind} needs; empty if nothing
 */
public record Wish(Kind kind, String word) {
  /** Shows the window. */
  public static final Wish RAISE = new Wish(Kind.RAISE, "");

  /** Opens the quick palette. */
  public static final Wish QUICK = new Wish(Kind.QUICK, "");

  /** Starts without a window, where an icon is shown in its place. */
  public static final Wish HIDDEN = new Wish(Kind.HIDDEN, "");

  /** Most bytes that {@link #word} may have in UTF-8. */
  public static final int LONGEST_WORD = 4_096;

  private static final String LINK = "keyarbor://";

  /** What is asked for. */
  public enum Kind {
    RAISE(0),
    QUICK(1),
    HIDDEN(2),
    /** Shows the credential that the reference in {@link Wish#word} names. */
    SHOW(3),
    /** Offers to import the file at the absolute path in {@link Wish#word}. */
    IMPORT(4);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** What programs say to each other for it. */
    byte code() {
      return (byte) code;
    }

    /**
     * The one of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind of(byte code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code() == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such wish"));
    }
  }

  /**
   * Checks the word: whoever sends it may be any program.
   *
   * @throws IllegalArgumentException with a message for a person
   */
  public Wish {
    if (word.getBytes(StandardCharsets.UTF_8).length > LONGEST_WORD) {
      throw new IllegalArgumentException(
          "An argument of more than " + LONGEST_WORD + " bytes is neither a link nor a file.");
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "An argument holds a control character, which no link and no file here may.");
    }
    boolean fits =
        switch (kind) {
          case RAISE, QUICK, HIDDEN -> word.isEmpty();
          case SHOW -> isLink(word);
          case IMPORT -> isAbsolute(word);
        };
    if (!fits) {
      throw new IllegalArgumentException("A start asks for " + kind + " in a wrong way.");
    }
  }

  /**
   * Reads the arguments of the program: none, {@code --quick}, {@code --hidden}, a link or a file.
   *
   * @param folder that a relative path starts from
   * @throws IllegalArgumentException with a message for a person
   */
  public static Wish of(List<String> arguments, Path folder) {
    if (arguments.size() > 1) {
      throw new IllegalArgumentException("Keyarbor takes one argument, and there are more.");
    }
    if (arguments.isEmpty()) {
      return RAISE;
    }
    String argument = arguments.getFirst();
    return switch (argument) {
      case "--quick" -> QUICK;
      case "--hidden" -> HIDDEN;
      default -> other(argument, folder);
    };
  }

  private static Wish other(String argument, Path folder) {
    if (isLink(argument)) {
      return new Wish(Kind.SHOW, argument);
    }
    if (argument.isBlank() || argument.startsWith("-")) {
      throw new IllegalArgumentException(
          "Keyarbor knows the arguments --quick, --hidden, --demo, a link that starts with "
              + LINK
              + ", or a file to import.");
    }
    try {
      return new Wish(Kind.IMPORT, folder.resolve(argument).toAbsolutePath().normalize() + "");
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("That is no name of a file.", e);
    }
  }

  /** Schemes are the same in any case; browsers write them in small letters. */
  private static boolean isLink(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(LINK);
  }

  private static boolean isAbsolute(String text) {
    try {
      return Path.of(text).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
