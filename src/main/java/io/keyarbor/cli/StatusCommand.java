package io.keyarbor.cli;

import io.keyarbor.cli.VaultKeeper.Status;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the vault is unlocked. */
@Command(
    name = "status",
    description = "Says which vault is used, and whether it is unlocked. Asks for no password.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is unlocked", "3:it is locked", "4:there is no vault"},
    footerHeading = "%nExamples:%n",
    footer = {"  keyarbor status", "  keyarbor status --json | jq -r .state"})
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path file = context.keeper().vault(vault.access(context).vault());
    Optional<Status> status = context.keeper().status(file);
    if (output.isJson()) {
      output.json(json -> {
        json.writeStartObject();
        json.writeStringProperty("vault", file.toString());
        json.writeStringProperty("state", status.isPresent() ? "unlocked" : "locked");
        status.ifPresent(s -> {
          json.writeStringProperty("name", s.name());
          json.writeNumberProperty("process", s.process());
          json.writeNumberProperty("clients", s.clients());
        });
        json.writeEndObject();
      });
    } else {
      context.terminal().out().println(words(file, status));
    }
    return status.isPresent() ? ExitCode.DONE : ExitCode.LOCKED;
  }

  private static String words(Path file, Optional<Status> status) {
    String place = Printable.of(file.toString());
    return status
        .map(s ->
            "%s: unlocked as “%s” by process %d, with %d other %s"
                .formatted(
                    place,
                    Printable.of(s.name()),
                    s.process(),
                    s.clients(),
                    s.clients() == 1 ? "client" : "clients"))
        .orElse(place + ": locked");
  }
}
