package io.keyarbor.cli;

import io.keyarbor.vault.Profile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile rename}. */
@Command(
    name = "rename",
    description = "Gives a profile another name, and if you like another description.",
    mixinStandardHelpOptions = true)
final class ProfileRenameCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(index = "0", paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Parameters(index = "1", paramLabel = "NEW", description = "Its new name.")
  private String next;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private Optional<String> description = Optional.empty();

  ProfileRenameCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Profile profile = ProfileLookup.get(opened.session(), name);
          Profile changed = profile.withName(next, description.orElse(profile.description()));
          opened.session().profiles().change(changed);
          context.terminal().err().println("It is “" + Printable.of(next) + "” now.");
          return ExitCode.DONE;
        });
  }
}
