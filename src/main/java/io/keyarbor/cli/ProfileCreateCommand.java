package io.keyarbor.cli;

import io.keyarbor.vault.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile create}. */
@Command(
    name = "create",
    description = "Creates a profile without variables.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  keyarbor profile create production --description \"What customers use\""
    })
final class ProfileCreateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private String description = "";

  ProfileCreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Profile made = opened.session().profiles().add(name, description);
          context
              .terminal()
              .err()
              .println(
                  "Created the profile “"
                      + Printable.of(made.name())
                      + "”. Fill it: keyarbor profile add.");
          return ExitCode.DONE;
        });
  }
}
