package io.keyarbor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Locks for everyone. */
@Command(
    name = "lock",
    description = "Locks the vault for all commands and windows that use it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  keyarbor lock", "  keyarbor lock --vault ~/work.keyarbor"})
final class LockCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  LockCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    VaultKeeper keeper = context.keeper();
    boolean was = keeper.lock(keeper.vault(vault.access(context).vault()));
    context.terminal().err().println(was ? "Locked." : "It is locked already.");
    return ExitCode.DONE;
  }
}
