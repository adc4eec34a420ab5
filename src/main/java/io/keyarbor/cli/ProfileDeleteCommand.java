package io.keyarbor.cli;

import io.keyarbor.vault.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile delete}. */
@Command(
    name = "delete",
    description = "Deletes a profile. The credentials stay.",
    mixinStandardHelpOptions = true)
final class ProfileDeleteCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean sure;

  ProfileDeleteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Profile profile = ProfileLookup.get(opened.session(), name);
          String shown = "the profile “" + Printable.of(profile.name()) + "”";
          String question = "Delete " + shown + "? It cannot be brought back.";
          if (!sure && !Confirmation.needed(question, context.terminal())) {
            throw new CommandFault(ExitCode.FAILED, "Nothing was deleted.");
          }
          opened.session().profiles().delete(profile.id());
          context.terminal().err().println("Deleted " + shown + ".");
          return ExitCode.DONE;
        });
  }
}
