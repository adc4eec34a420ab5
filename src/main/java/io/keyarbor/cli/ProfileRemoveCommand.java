package io.keyarbor.cli;

import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile remove}. */
@Command(
    name = "remove",
    description = "Removes variables from a profile. The credentials stay.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  keyarbor profile remove production OPENAI_ORG_ID",
      "  keyarbor profile remove production --credential OpenAI"
    })
final class ProfileRemoveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(index = "0", paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Parameters(index = "1..*", paramLabel = "VARIABLE", description = "Names of variables.")
  private List<String> variables = List.of();

  @Option(
      names = "--credential",
      paramLabel = "NAME",
      description = "All variables that take their values from it.")
  private List<String> credentials = List.of();

  ProfileRemoveCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (variables.isEmpty() && credentials.isEmpty()) {
      throw CommandFault.usage("Name the variables to remove, or --credential.");
    }
    return context.withVault(
        vault,
        opened -> {
          Profile profile = ProfileLookup.get(opened.session(), name);
          Set<String> all =
              profile.variables().stream().map(Variable::name).collect(Collectors.toSet());
          Set<String> gone = new TreeSet<>();
          for (String variable : variables) {
            if (!all.contains(variable)) {
              throw CommandFault.notFound(
                  "The profile has no variable “"
                      + Printable.of(variable)
                      + "”. Nothing was changed."
                      + NearNames.hint(variable, all));
            }
            gone.add(variable);
          }
          CredentialLookup lookup = new CredentialLookup(opened.session());
          lookup.all(credentials).stream()
              .flatMap(c -> profile.variables().stream().filter(v -> v.credential().equals(c.id())))
              .forEach(v -> gone.add(v.name()));
          opened
              .session()
              .profiles()
              .change(
                  profile.withVariables(
                      profile.variables().stream().filter(v -> !gone.contains(v.name())).toList()));
          context
              .terminal()
              .err()
              .println(
                  gone.isEmpty()
                      ? "There was none to remove."
                      : "Removed " + String.join(", ", gone) + ".");
          return ExitCode.DONE;
        });
  }
}
