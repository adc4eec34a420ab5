package io.keyarbor.cli;

import java.util.Locale;
import java.util.Optional;

/** A question that is answered with yes or no. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Asks before something is done that a script has to say {@code --yes} to.
   *
   * @param question of a person
   * @param terminal where to ask
   * @throws CommandFault of wrong use where nobody can be asked
   */
  static boolean needed(String question, Terminal terminal) {
    if (!terminal.isInteractive()) {
      throw CommandFault.usage("Nobody can be asked: “" + question + "” Add --yes.");
    }
    return of(question, false, terminal);
  }

  /**
   * Asks.
   *
   * @param usual the answer of whoever types nothing, and where nobody can be asked
   */
  public static boolean of(String question, boolean usual, Terminal terminal) {
    if (!terminal.isInteractive()) {
      return usual;
    }
    String prompt = question + (usual ? " [Y/n] " : " [y/N] ");
    for (Optional<String> answer = terminal.ask(prompt);
        answer.isPresent();
        answer = terminal.ask(prompt)) {
      String typed = answer.get().strip().toLowerCase(Locale.ROOT);
      if (typed.isEmpty()) {
        return usual;
      } else if (typed.equals("y") || typed.equals("yes")) {
        return true;
      } else if (typed.equals("n") || typed.equals("no")) {
        return false;
      }
    }
    return false;
  }
}
