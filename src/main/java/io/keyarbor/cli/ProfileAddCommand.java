package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.ProfileVariables;
import io.keyarbor.vault.environment.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile add}. */
@Command(
    name = "add",
    description = {
      "Adds the variables of a credential to a profile.",
      "Without --as and --file these are all that the service's own tools read."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  keyarbor profile add production OpenAI",
      "  keyarbor profile add production \"Billing DB\" --as DB_PASSWORD=password",
      "  keyarbor profile add staging Cluster --file CA_FILE=ca_certificate"
    })
final class ProfileAddCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(index = "0", paramLabel = "PROFILE", description = "Its name.")
  private String profileName;

  @Parameters(index = "1", paramLabel = "CREDENTIAL", description = "Its name, or a reference.")
  private String credentialName;

  @Option(names = "--as", paramLabel = "VARIABLE=FIELD", description = "A variable for one field.")
  private List<String> fields = List.of();

  @Option(
      names = "--file",
      paramLabel = "VARIABLE=FIELD",
      description = "A variable for the path of a file that holds a field, made for each run.")
  private List<String> files = List.of();

  @Option(
      names = "--replace",
      description = "Variables of these names that the profile has from elsewhere give way.")
  private boolean replace;

  ProfileAddCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    List<Assignment> named = fields.stream().map(f -> Assignment.read("--as", f)).toList();
    List<Assignment> made = files.stream().map(f -> Assignment.read("--file", f)).toList();
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          Profile profile = ProfileLookup.get(session, profileName);
          Credential credential = new CredentialLookup(session).get(plainName());
          ProfileVariables variables =
              new ProfileVariables(session, context.catalogue(), NearNames::hint);
          List<Variable> added = new ArrayList<>();
          named.forEach(a -> added.add(variables.of(a.name(), credential, a.what())));
          made.forEach(a -> added.add(variables.file(a.name(), credential, a.what())));
          if (added.isEmpty()) {
            added.addAll(variables.byTemplate(credential));
          }
          session.profiles().change(ProfileVariables.with(profile, added, replace));
          context
              .terminal()
              .err()
              .println(
                  "“"
                      + Printable.of(profile.name())
                      + "” sets "
                      + added.stream().map(Variable::name).collect(Collectors.joining(", "))
                      + " from “"
                      + Printable.of(credential.details().name())
                      + "”.");
          return ExitCode.DONE;
        });
  }

  private String plainName() {
    return Reference.isReference(credentialName)
        ? Reference.parse(credentialName).credential()
        : credentialName;
  }
}
