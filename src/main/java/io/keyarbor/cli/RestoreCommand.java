package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes credentials out of the trash. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Takes credentials out of the trash.",
      "If a name was taken meanwhile, the restored one gets a number."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  keyarbor list --trash", "  keyarbor restore \"Proxmox Lab\""})
final class RestoreCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "The credentials.")
  private List<String> names;

  @Mixin private VaultOptions vault;

  RestoreCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          CredentialLookup lookup = new CredentialLookup(opened.session());
          Credentials credentials = opened.session().credentials();
          List<Credential> found = names.stream().map(lookup::inTrash).distinct().toList();
          credentials.restore(found.stream().map(Credential::id).toList());
          found.stream()
              .flatMap(credential -> credentials.find(credential.id()).stream())
              .map(credential -> "Restored “" + credential.details().name() + "”.")
              .map(Printable::of)
              .forEach(context.terminal().err()::println);
          return ExitCode.DONE;
        });
  }
}
