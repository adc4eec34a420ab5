package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts credentials in the trash, or deletes them from there. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Puts credentials in the trash, where keyarbor restore finds them.",
      "With --purge those that are in the trash are deleted for good."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor delete \"Proxmox Lab\" \"Grafana Lab\"",
      "  keyarbor delete --purge \"Proxmox Lab\""
    })
final class DeleteCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "The credentials.")
  private List<String> names;

  @Option(names = "--purge", description = "Deletes from the trash, for good.")
  private boolean purge;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  @Mixin private VaultOptions vault;

  DeleteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          CredentialLookup lookup = new CredentialLookup(session);
          List<Credential> found =
              purge ? names.stream().map(lookup::inTrash).distinct().toList() : lookup.all(names);
          if (!isMeant(found)) {
            throw new CommandFault(ExitCode.FAILED, "Nothing was deleted.");
          }
          List<CredentialId> ids = found.stream().map(Credential::id).toList();
          if (purge) {
            session.credentials().purge(ids);
          } else {
            session.credentials().moveToTrash(ids);
          }
          context
              .terminal()
              .err()
              .println(
                  Amount.of(found.size(), "credential")
                      + (purge ? " deleted for good." : " put in the trash."));
          return ExitCode.DONE;
        });
  }

  /** What can be taken back needs no word of a person where none is there. */
  private boolean isMeant(List<Credential> found) {
    if (yes) {
      return true;
    }
    if (purge && !context.terminal().isInteractive()) {
      throw CommandFault.usage("To delete for good where nobody can be asked, add --yes.");
    }
    String what =
        found.size() == 1
            ? "“" + Printable.of(found.getFirst().details().name()) + "”"
            : Amount.of(found.size(), "credential");
    String question =
        purge
            ? "Delete " + what + " for good, with all versions?"
            : "Put " + what + " in the trash?";
    return Confirmation.of(question, !purge, context.terminal());
  }
}
