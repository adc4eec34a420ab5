package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a credential in another group. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = "Puts a credential in another group; / is the top.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor move \"Proxmox Lab\" Lab",
      "  keyarbor move --create \"Proxmox Lab\" Customers/Northwind",
      "  keyarbor move \"Proxmox Lab\" /"
    })
final class MoveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "NAME", description = "The credential.")
  private String name;

  @Parameters(index = "1", paramLabel = "GROUP/PATH", description = "Where to put it.")
  private String path;

  @Option(names = "--create", description = "Makes the group if it is not there.")
  private boolean create;

  @Mixin private VaultOptions vault;

  MoveCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          Credential credential = new CredentialLookup(session).get(name);
          GroupPaths paths = new GroupPaths(session.groups());
          Optional<GroupId> group = create ? paths.make(path) : paths.get(path);
          session
              .credentials()
              .edit(credential, credential.details().withGroup(group), Map.of(), Set.of());
          String where = group.isEmpty() ? "at the top" : "in “" + paths.path(group) + "”";
          context
              .terminal()
              .err()
              .println(Printable.of("“" + credential.details().name() + "” is " + where + " now."));
          return ExitCode.DONE;
        });
  }
}
