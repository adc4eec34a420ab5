package io.keyarbor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The agent itself, as {@code unlock} starts it. */
@Command(
    name = "agent",
    hidden = true,
    description = {
      "The program that “keyarbor unlock” starts, and that is of no use otherwise: it reads the key"
          + " from its standard input and keeps the vault unlocked.",
    },
    mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  AgentCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    VaultKeeper keeper = context.keeper();
    if (keeper.serve(keeper.vault(vault.access(context).vault()))) {
      return ExitCode.DONE;
    }
    throw CommandFault.usage("The agent was given no key. Start it with: keyarbor unlock");
  }
}
