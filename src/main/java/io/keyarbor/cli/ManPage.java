package io.keyarbor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one command, in the language of man(7). */
final class ManPage {
  private final CommandSpec command;
  private final CommandSpec root;
  private final StringBuilder page = new StringBuilder();

  ManPage(CommandSpec command) {
    this.command = command;
    this.root = command.root();
  }

  /** {@code keyarbor-get}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  String text() {
    String name = name(command);
    macro("TH", name.toUpperCase(Locale.ROOT), "1", "", root.version()[0], "Keyarbor");
    section("NAME");
    page.append(escaped(name)).append(" \\- ").append(escaped(summary(command))).append('\n');
    synopsis();
    section("DESCRIPTION");
    for (String line : command.usageMessage().description()) {
      paragraph(HelpText.of(command, line));
    }
    arguments();
    subcommands();
    examples();
    exitStatus();
    seeAlso();
    return page.toString();
  }

  private static String summary(CommandSpec spec) {
    String[] description = spec.usageMessage().description();
    String text = description.length == 0 ? "" : HelpText.of(spec, description[0]);
    return text.replaceFirst("\\.$", "");
  }

  private void synopsis() {
    section("SYNOPSIS");
    page.append("\\fB").append(escaped(command.qualifiedName())).append("\\fR [\\fIOPTION\\fR]...");
    if (!command.subcommands().isEmpty()) {
      page.append(" \\fICOMMAND\\fR");
    }
    for (PositionalParamSpec argument : command.positionalParameters()) {
      String label = "\\fI" + escaped(argument.paramLabel()) + "\\fR";
      page.append(argument.arity().min() == 0 ? " [" + label + "]" : " " + label)
          .append(argument.arity().max() > 1 ? "..." : "");
    }
    page.append('\n');
  }

  private void arguments() {
    List<OptionSpec> options =
        command.options().stream().filter(option -> !option.hidden()).toList();
    if (command.positionalParameters().isEmpty() && options.isEmpty()) {
      return;
    }
    section("OPTIONS");
    for (PositionalParamSpec argument : command.positionalParameters()) {
      entry("\\fI" + escaped(argument.paramLabel()) + "\\fR", description(argument));
    }
    for (OptionSpec option : options) {
      String names =
          Arrays.stream(option.names())
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", "));
      entry(names + value(option), description(option));
    }
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    String label = "\\fI" + escaped(option.paramLabel()) + "\\fR";
    return option.arity().min() == 0 ? "[=" + label + "]" : "=" + label;
  }

  private String description(ArgSpec argument) {
    return HelpText.of(command, argument.description());
  }

  private void subcommands() {
    if (!command.subcommands().isEmpty()) {
      section("COMMANDS");
      for (CommandLine sub : command.subcommands().values()) {
        if (sub.getCommandSpec().usageMessage().hidden()) {
          continue;
        }
        CommandSpec spec = sub.getCommandSpec();
        entry(reference(spec), summary(spec) + ".");
      }
    }
  }

  private static String reference(CommandSpec spec) {
    return "\\fB" + escaped(name(spec)) + "\\fR(1)";
  }

  private void examples() {
    String[] lines = command.usageMessage().footer();
    if (lines.length > 0) {
      section("EXAMPLES");
      page.append(".nf\n");
      for (String line : lines) {
        page.append(line(HelpText.of(command, line).strip())).append('\n');
      }
      page.append(".fi\n");
    }
  }

  private void exitStatus() {
    section("EXIT STATUS");
    for (Map.Entry<String, String> code : root.usageMessage().exitCodeList().entrySet()) {
      entry("\\fB" + escaped(code.getKey().strip()) + "\\fR", code.getValue());
    }
  }

  private void seeAlso() {
    if (command != root) {
      section("SEE ALSO");
      page.append(
              Stream.concat(Stream.of(root), siblings())
                  .distinct()
                  .map(ManPage::reference)
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  /** The commands below the same one, unless that is all of them. */
  private Stream<CommandSpec> siblings() {
    return command.parent() == root
        ? Stream.of()
        : command.parent().subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> spec != command);
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
  }

  private void section(String title) {
    macro("SH", title);
  }

  private void paragraph(String text) {
    page.append(".PP\n").append(line(text)).append('\n');
  }

  private void entry(String term, String text) {
    page.append(".TP\n").append(term).append('\n').append(line(text)).append('\n');
  }

  /** A line of text, which must not begin like a macro. */
  private static String line(String text) {
    String escaped = escaped(text);
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  /** In ASCII, as not every formatter reads UTF-8. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .mapToObj(c ->
            switch (c) {
              case '\\' -> "\\e";
              case '-' -> "\\-";
              case '~' -> "\\(ti";
              case '^' -> "\\(ha";
              default -> c < 0x80 ? Character.toString(c) : "\\[u%04X]".formatted(c);
            })
        .forEach(escaped::append);
    return escaped.toString();
  }
}
