package io.keyarbor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish: one line for each command and option. */
final class FishCompletion {
  private final CommandLine root;
  private final StringBuilder script = new StringBuilder();

  FishCompletion(CommandLine root) {
    this.root = root;
  }

  String script() {
    script.append(
        """
        # Completes commands and options of keyarbor in fish.
        function __keyarbor_at
            set -l words
            for word in (commandline -opc)[2..-1]
                string match -q -- '-*' $word; or set -a words $word
            end
            test (count $words) -ge (count $argv); or return 1
            for i in (seq (count $argv))
                test $words[$i] = $argv[$i]; or return 1
            end
        end
        function __keyarbor_only
            __keyarbor_at $argv; or return 1
            set -l words
            for word in (commandline -opc)[2..-1]
                string match -q -- '-*' $word; or set -a words $word
            end
            test (count $words) -eq (count $argv)
        end
        complete -c keyarbor -f -n __keyarbor_only
        """);
    add(root.getCommandSpec(), List.of());
    return script.toString();
  }

  private void add(CommandSpec command, List<String> path) {
    List<CommandLine> subcommands =
        command.subcommands().values().stream()
            .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
            .toList();
    for (CommandLine sub : subcommands) {
      CommandSpec spec = sub.getCommandSpec();
      line("__keyarbor_only", path, " -f -a " + quoted(spec.name()), first(spec));
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        line("__keyarbor_at", path, option(option), HelpText.of(command, option.description()));
      }
    }
    for (CommandLine sub : subcommands) {
      List<String> below = new ArrayList<>(path);
      below.add(sub.getCommandName());
      add(sub.getCommandSpec(), below);
    }
  }

  private static String first(CommandSpec spec) {
    String[] description = spec.usageMessage().description();
    return HelpText.of(
        spec, description.length == 0 ? new String[0] : new String[] {description[0]});
  }

  private void line(String when, List<String> path, String what, String description) {
    String condition = path.isEmpty() ? when : when + " " + String.join(" ", path);
    script
        .append("complete -c keyarbor -n ")
        .append(quoted(condition))
        .append(what)
        .append(" -d ")
        .append(quoted(description))
        .append('\n');
  }

  private static String option(OptionSpec option) {
    String names =
        List.of(option.names()).stream()
            .map(name ->
                name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1))
            .collect(Collectors.joining());
    boolean takesValue = option.arity().max() > 0;
    Iterable<String> candidates = option.completionCandidates();
    if (!takesValue) {
      return names;
    }
    return candidates == null
        ? names + " -r"
        : names + " -x -a " + quoted(String.join(" ", candidates));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
