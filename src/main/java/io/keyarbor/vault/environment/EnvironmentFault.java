package io.keyarbor.vault.environment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that cannot be had or cannot be given. The message is for a person, says what is wrong
 * and what to do, and holds no secret; several faults are a line each.
 */
public final class EnvironmentFault extends RuntimeException {
  private final boolean missing;

  private EnvironmentFault(String message, boolean missing) {
    super(message, null, false, false);
    this.missing = missing;
  }

  /** Something that is named is not there. */
  static EnvironmentFault missing(String message) {
    return new EnvironmentFault(message, true);
  }

  /** What is there will not do. */
  static EnvironmentFault unfit(String message) {
    return new EnvironmentFault(message, false);
  }

  /** All of {@code faults}, which are not empty, as one. */
  static EnvironmentFault all(List<EnvironmentFault> faults) {
    return new EnvironmentFault(
        faults.stream().map(EnvironmentFault::getMessage).collect(Collectors.joining("\n")),
        faults.stream().allMatch(EnvironmentFault::isMissing));
  }

  /** The same, with where it is. */
  EnvironmentFault at(String place) {
    return new EnvironmentFault(place + ": " + getMessage(), missing);
  }

  /** Whether all that is wrong is that things named are not there. */
  public boolean isMissing() {
    return missing;
  }
}
