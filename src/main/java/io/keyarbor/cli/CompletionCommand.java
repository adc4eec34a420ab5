package io.keyarbor.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what lets a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that lets your shell complete commands and options.",
      "Names of credentials are not completed: that would need the open vault."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(keyarbor completion bash)",
      "  keyarbor completion zsh > ~/.zsh/completions/_keyarbor",
      "  keyarbor completion fish > ~/.config/fish/completions/keyarbor.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private final CommandContext context;

  /** The shells that there are scripts for. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell;

  CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.terminal().out().print(script(shell, Keyarbor.commandLine(context, Optional.empty())));
    return ExitCode.DONE;
  }

  /** The script for all of {@code line}. */
  static String script(Shell shell, CommandLine line) {
    return switch (shell) {
      case BASH -> AutoComplete.bash("keyarbor", line);
      case ZSH -> ZSH_HEAD + AutoComplete.bash("keyarbor", line);
      case FISH -> new FishCompletion(line).script();
    };
  }

  /** Zsh runs the script of bash, and loads it by the first line when it is first needed. */
  private static final String ZSH_HEAD =
      """
      #compdef keyarbor
      autoload -U +X bashcompinit && bashcompinit
      """;
}
