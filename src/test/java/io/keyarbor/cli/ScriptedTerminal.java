package io.keyarbor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyarbor.crypto.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** A terminal of a test, whose person answers in turn; without answers, no terminal at all. */
public final class ScriptedTerminal implements Terminal {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, UTF_8);
  private final PrintStream err = new PrintStream(told, true, UTF_8);
  private final InputStream in;
  private final Optional<List<String>> answers;

  /**
   * One for a single command.
   *
   * @param answers taken from the front; empty if nobody is there
   */
  public ScriptedTerminal(byte[] piped, Optional<List<String>> answers) {
    in = new ByteArrayInputStream(piped);
    this.answers = answers;
  }

  /** What went to the standard output. */
  public String printed() {
    return printed.toString(UTF_8);
  }

  /** What went to the standard error, questions too. */
  public String told() {
    return told.toString(UTF_8);
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public boolean isOutTerminal() {
    return answers.isPresent();
  }

  @Override
  public boolean isErrTerminal() {
    return answers.isPresent();
  }

  @Override
  public boolean isInteractive() {
    return answers.isPresent();
  }

  @Override
  public Optional<Secret> askSecret(String prompt) {
    return ask(prompt).map(text -> Secret.take(text.getBytes(UTF_8)));
  }

  @Override
  public Optional<String> ask(String prompt) {
    err.println(prompt);
    return answers.filter(left -> !left.isEmpty()).map(List::removeFirst);
  }
}
