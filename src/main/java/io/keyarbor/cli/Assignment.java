package io.keyarbor.cli;

import io.keyarbor.vault.Profile;

/** An argument {@code NAME=WHAT}, whose name can be that of a variable. */
record Assignment(String name, String what) {
  /**
   * Reads one.
   *
   * @param option it was given to, for messages
   * @throws CommandFault if it is none
   */
  static Assignment read(String option, String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (equals < 0 || equals == text.length() - 1) {
      throw CommandFault.usage(
          option + " takes VARIABLE=WHAT, and “" + Printable.of(text) + "” lacks a part.");
    }
    if (!Profile.isVariableName(name)) {
      throw CommandFault.usage(
          "“"
              + Printable.of(name)
              + "” is no name for an environment variable. Use letters, digits and _, and no digit"
              + " first.");
    }
    return new Assignment(name, text.substring(equals + 1));
  }
}
