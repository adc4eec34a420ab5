package io.keyarbor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a vault. */
@Command(
    name = "init",
    description = "Makes a new vault and asks for its master password. Nobody can recover that.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor init",
      "  keyarbor init Work --vault ~/work.keyarbor",
      "  keyarbor init --password-file /run/secrets/vault-password"
    })
final class InitCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "Personal",
      description = "What to call it. Default: ${DEFAULT-VALUE}")
  private String name;

  InitCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path file = context.keeper().create(vault.access(context), name);
    context
        .terminal()
        .err()
        .println(
            "The vault “"
                + Printable.of(name)
                + "” is at "
                + Printable.of(file.toString())
                + ". Unlock it with: keyarbor unlock");
    return ExitCode.DONE;
  }
}
