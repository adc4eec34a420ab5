package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.Environment;
import io.keyarbor.vault.environment.EnvironmentBuilder;
import io.keyarbor.vault.environment.EnvironmentFault;
import io.keyarbor.vault.environment.EnvironmentValue;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code keyarbor profile show}. */
@Command(
    name = "show",
    description = {
      "Shows the variables of a profile, where each takes its value from, and whether it has one.",
      "Secrets are not shown."
    },
    mixinStandardHelpOptions = true)
final class ProfileShowCommand implements Callable<Integer> {
  private static final String MASK = "••••••";

  private final CommandContext context;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  @Parameters(paramLabel = "PROFILE", description = "Its name.")
  private String name;

  /** A variable, and what can be said of it to anyone who looks over a shoulder. */
  private record Line(
      String name, String credential, String from, String status, String shown, boolean isSecret) {
    Tone tone() {
      return switch (status) {
        case "missing" -> Tone.BAD;
        case "unset" -> Tone.FAINT;
        default -> Tone.PLAIN;
      };
    }
  }

  ProfileShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Profile profile = ProfileLookup.get(opened.session(), name);
          List<Line> lines =
              profile.variables().stream().map(v -> line(opened.session(), profile, v)).toList();
          if (output.isJson()) {
            output.json(json -> write(json, profile, lines));
          } else {
            output.table(
                List.of("VARIABLE", "CREDENTIAL", "FROM", "VALUE"),
                lines.stream().map(ProfileShowCommand::row).toList());
          }
          return ExitCode.DONE;
        });
  }

  private Line line(Session session, Profile profile, Variable variable) {
    String credential =
        session
            .credentials()
            .find(variable.credential())
            .map(c -> c.details().name())
            .orElse("(gone)");
    String from =
        switch (variable.value()) {
          case Value.Field(String field) -> field;
          case Value.FileOf(String field) -> "file of " + field;
          case Value.ByTemplate(String template) -> "service's " + template;
        };
    try (EnvironmentBuilder builder =
        new EnvironmentBuilder(session, context.catalogue(), NearNames::hint)) {
      builder.profile(profile.withVariables(List.of(variable)));
      try (Environment environment = builder.environment()) {
        return line(variable.name(), credential, from, environment);
      }
    } catch (EnvironmentFault fault) {
      return new Line(variable.name(), credential, from, "missing", fault.getMessage(), false);
    }
  }

  private static Line line(String name, String credential, String from, Environment environment) {
    boolean secret = !environment.hidden().isEmpty();
    return switch (environment.variables().get(name)) {
      case EnvironmentValue.Text(Secret value) -> {
        String shown = secret ? MASK : value.<String, RuntimeException>useChars(String::new);
        yield new Line(name, credential, from, "set", shown, secret);
      }
      case EnvironmentValue.File(String file, Secret content) ->
          new Line(name, credential, from, "file", "a file " + file, secret);
      case EnvironmentValue.Folder folder ->
          new Line(
              name,
              credential,
              from,
              "folder",
              "a folder with " + String.join(", ", new TreeSet<>(folder.files().keySet())),
              secret);
      case EnvironmentValue.Unset(String why) ->
          new Line(name, credential, from, "unset", "not set: " + why, false);
    };
  }

  private static List<Cell> row(Line line) {
    return List.of(
        Cell.of(line.name()),
        Cell.of(Printable.of(line.credential())),
        Cell.of(Printable.of(line.from())),
        new Cell(Printable.of(line.shown()), line.tone()));
  }

  private static void write(JsonGenerator json, Profile profile, List<Line> lines) {
    json.writeStartObject();
    json.writeStringProperty("name", profile.name());
    json.writeStringProperty("description", profile.description());
    json.writeArrayPropertyStart("variables");
    for (Line line : lines) {
      json.writeStartObject();
      json.writeStringProperty("name", line.name());
      json.writeStringProperty("credential", line.credential());
      json.writeStringProperty("from", line.from());
      json.writeStringProperty("status", line.status());
      json.writeBooleanProperty("secret", line.isSecret());
      if (!line.isSecret()) {
        json.writeStringProperty("value", line.shown());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
