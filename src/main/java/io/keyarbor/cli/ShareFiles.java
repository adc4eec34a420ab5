package io.keyarbor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** What an installation puts in {@code share}: manual pages and completion scripts. */
public final class ShareFiles {
  private ShareFiles() {}

  /** Writes them all below {@code share}. */
  public static void write(CommandContext context, Path share) throws IOException {
    CommandLine root = Keyarbor.commandLine(context, Optional.empty());
    completion(CompletionCommand.Shell.BASH, root, share, "bash-completion/completions/keyarbor");
    completion(CompletionCommand.Shell.ZSH, root, share, "zsh/site-functions/_keyarbor");
    completion(
        CompletionCommand.Shell.FISH, root, share, "fish/vendor_completions.d/keyarbor.fish");
    manual(root, share.resolve("man/man1"));
  }

  private static void completion(
      CompletionCommand.Shell shell, CommandLine root, Path share, String file) throws IOException {
    write(share.resolve(file), CompletionCommand.script(shell, root));
  }

  private static void manual(CommandLine command, Path folder) throws IOException {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    String name = ManPage.name(command.getCommandSpec()) + ".1";
    write(folder.resolve(name), new ManPage(command.getCommandSpec()).text());
    for (CommandLine sub : command.getSubcommands().values()) {
      manual(sub, folder);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
