package io.keyarbor.transfer.sweep;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where something was found, for a person to find it again.
 *
 * @param file empty for a variable of the environment
 * @param format of the file, as templates name formats; empty for a variable of the environment
 * @param line of the secret, from 1; 0 if it stands nowhere as it is
 * @param name of the variable or of the file's entry; may be empty
 */
public record Source(Kind kind, Optional<Path> file, String format, int line, String name) {
  /** What kind of place. */
  public enum Kind {
    /** A variable of this process. */
    ENVIRONMENT,
    /** A file {@code .env}. */
    ENV_FILE,
    /** A file of a tool, named by a template. */
    CONFIG_FILE,
    /** A file that a shell reads when it starts. It is never changed. */
    SHELL_PROFILE
  }

  static Source variable(String name) {
    return new Source(Kind.ENVIRONMENT, Optional.empty(), "", 0, name);
  }

  /** Whether a reference may be put in the secret's place. */
  public boolean isReplaceable() {
    return kind == Kind.ENV_FILE || kind == Kind.CONFIG_FILE;
  }

  /** For a person: {@code /home/me/.env:3 OPENAI_API_KEY}. */
  @Override
  public String toString() {
    String place = file.map(f -> f + (line > 0 ? ":" + line : "")).orElse("environment");
    return name.isEmpty() ? place : place + " " + name;
  }
}
