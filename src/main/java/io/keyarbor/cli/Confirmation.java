package io.keyarbor.cli;

import java.util.Locale;
import java.util.Optional;

/** A question that is answered with yes or no. */
public final class Confirmation {
  private Confirmation() {}

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
