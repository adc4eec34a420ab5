package io.keyarbor.ui.wizard;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A name for a new credential that no other one has. */
final class NameProposal {
  private NameProposal() {}

  /**
   * The service's name and the host, with a number where that is taken.
   *
   * @param host may be empty
   * @param taken names in use, compared ignoring case
   */
  static String of(String service, String host, Collection<String> taken) {
    Set<String> lower =
        taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    String base = (service + " " + host).strip();
    String name = base;
    for (int number = 2; lower.contains(name.toLowerCase(Locale.ROOT)); number++) {
      name = base + " " + number;
    }
    return name;
  }
}
