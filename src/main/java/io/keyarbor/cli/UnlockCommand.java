package io.keyarbor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the agent. */
@Command(
    name = "unlock",
    description =
        "Unlocks the vault for all commands and windows, until it is locked, or not used for the"
            + " time that the settings say.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor unlock",
      "  keyarbor unlock --vault ~/work.keyarbor",
      "  keyarbor unlock --password-file /run/secrets/vault-password"
    })
final class UnlockCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Option(
      names = "--accept-older",
      description = "Opens a vault that is older than the one last opened here, as it is.")
  private boolean acceptOlder;

  UnlockCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean fresh = context.keeper().unlock(vault.access(context), acceptOlder);
    context.terminal().err().println(fresh ? "Unlocked." : "It is unlocked already.");
    return ExitCode.DONE;
  }
}
