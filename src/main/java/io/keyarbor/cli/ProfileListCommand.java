package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.vault.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JsonGenerator;

/** {@code keyarbor profile list}. */
@Command(name = "list", description = "Lists the profiles.", mixinStandardHelpOptions = true)
final class ProfileListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  ProfileListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          List<Profile> all =
              opened.session().profiles().all().stream()
                  .sorted(Comparator.comparing(p -> p.name().toLowerCase(Locale.ROOT)))
                  .toList();
          if (output.isJson()) {
            output.json(json -> write(json, all));
          } else if (all.isEmpty()) {
            context
                .terminal()
                .err()
                .println("There is no profile yet. Make one: keyarbor profile create NAME.");
          } else {
            output.table(
                List.of("PROFILE", "VARIABLES", "DESCRIPTION"),
                all.stream().map(ProfileListCommand::row).toList());
          }
          return ExitCode.DONE;
        });
  }

  private static List<Cell> row(Profile profile) {
    return List.of(
        Cell.of(Printable.of(profile.name())),
        Cell.of(Integer.toString(profile.variables().size())),
        Cell.of(Printable.of(profile.description())));
  }

  private static void write(JsonGenerator json, List<Profile> all) {
    json.writeStartArray();
    for (Profile profile : all) {
      json.writeStartObject();
      json.writeStringProperty("name", profile.name());
      json.writeStringProperty("description", profile.description());
      json.writeArrayPropertyStart("variables");
      profile.variables().forEach(v -> json.writeString(v.name()));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
