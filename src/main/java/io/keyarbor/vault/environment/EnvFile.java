package io.keyarbor.vault.environment;

import io.keyarbor.vault.environment.EnvText.Assignment;
import io.keyarbor.vault.environment.EnvText.Fault;
import java.util.List;

/**
 * A {@code .env} file to run a program with, which may hold references. It is understood wholly or
 * refused. {@link EnvText} has the grammar. Owns the values.
 */
public final class EnvFile implements AutoCloseable {
  /** The most bytes, 1 MiB: far more than a person's file has. */
  public static final int LONGEST = 1 << 20;

  private final String name;
  private final EnvText text;

  private EnvFile(String name, EnvText text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Reads one.
   *
   * @param name of the file, for messages
   * @param bytes UTF-8; stay the caller's
   * @throws EnvironmentFault with the first line that is not understood
   */
  public static EnvFile read(String name, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw EnvironmentFault.unfit(name + " is larger than 1 MiB, too much for a .env file.");
    }
    EnvText text = EnvText.dotenv(bytes);
    if (!text.faults().isEmpty()) {
      text.close();
      Fault first = text.faults().getFirst();
      throw EnvironmentFault.unfit(name + ", line " + first.line() + ": " + first.why());
    }
    return new EnvFile(name, text);
  }

  /** Its name, for messages. */
  public String name() {
    return name;
  }

  /** Its variables in order. */
  public List<Assignment> lines() {
    return text.assignments();
  }

  /** Wipes the values. */
  @Override
  public void close() {
    text.close();
  }
}
