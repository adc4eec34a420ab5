package io.keyarbor.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Descriptions of commands and options as plain text. */
final class HelpText {
  private HelpText() {}

  /** In one line, with the values that stand for its variables. */
  static String of(CommandSpec command, String... description) {
    return Ansi.OFF.string(String.join(" ", description)).replace("%n", " ").replace("%%", "%");
  }
}
