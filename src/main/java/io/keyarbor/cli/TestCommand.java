package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.TestAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests whether secrets still work. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Asks services whether their secrets still work, and keeps what they say.",
      "Ends with 5 if a secret is invalid, else with 6 if a test could not decide."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor test OpenAI",
      "  keyarbor test --all",
      "  keyarbor test --tag production --json",
      "  keyarbor test --status invalid --no-save"
    })
final class TestCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "The credentials.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "Tests all of them.")
  private boolean all;

  @Option(names = "--no-save", description = "Does not keep what was found.")
  private boolean unsaved;

  @Mixin private CredentialFilter filter;
  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  TestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (names.isEmpty() && !all && !filter.isGiven()) {
      throw CommandFault.usage("Name credentials, give a filter, or test --all.");
    }
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          List<Credential> chosen =
              filter.of(
                  names.isEmpty()
                      ? session.credentials().all()
                      : new CredentialLookup(session).all(names),
                  session);
          Map<CredentialId, Optional<Verdict>> found = run(session, chosen);
          print(chosen, found);
          return code(found);
        });
  }

  private Map<CredentialId, Optional<Verdict>> run(Session session, List<Credential> chosen)
      throws InterruptedException {
    ConnectionTest test = new ConnectionTest(context.catalogue().get(), context.prober().get());
    TestAll run = unsaved ? TestAll.withoutKeeping(test, session) : new TestAll(test, session);
    Map<CredentialId, Optional<Verdict>> found = new HashMap<>();
    Progress progress = new Progress(context.terminal());
    run.run(
        chosen.stream().map(Credential::id).toList(),
        (done, total, id, verdict) -> {
          found.put(id, verdict);
          progress.show("Tested " + done + " of " + total);
        });
    progress.end();
    return found;
  }

  private void print(List<Credential> chosen, Map<CredentialId, Optional<Verdict>> found) {
    if (output.isJson()) {
      output.json(json -> {
        json.writeStartArray();
        for (Credential credential : chosen) {
          json.writeStartObject();
          json.writeStringProperty("id", credential.id().value().toString());
          json.writeStringProperty("name", credential.details().name());
          json.writeStringProperty("service", credential.details().serviceType());
          json.writeName("verdict");
          CredentialJson.verdict(found.get(credential.id()), json);
          json.writeEndObject();
        }
        json.writeEndArray();
      });
    } else if (chosen.isEmpty()) {
      context.terminal().err().println("There is nothing to test.");
    } else {
      output.table(
          List.of("NAME", "STATUS", "TOOK", "DETAIL"),
          chosen.stream().map(credential -> row(credential, found.get(credential.id()))).toList());
    }
  }

  private static List<Cell> row(Credential credential, Optional<Verdict> verdict) {
    return List.of(
        Cell.of(credential.details().name()),
        verdict.isEmpty() ? Cell.of("Not tested") : Standing.cell(verdict),
        Cell.of(verdict.map(v -> v.took().toMillis() + " ms").orElse("")),
        Cell.of(verdict.map(Verdict::detail).orElse("The vault was locked, or it was deleted.")));
  }

  private static int code(Map<CredentialId, Optional<Verdict>> found) {
    List<Optional<Outcome>> outcomes =
        found.values().stream().map(verdict -> verdict.map(Verdict::outcome)).toList();
    if (outcomes.contains(Optional.of(Outcome.INVALID))) {
      return ExitCode.INVALID;
    }
    return outcomes.stream().allMatch(Optional.of(Outcome.VALID)::equals)
        ? ExitCode.DONE
        : ExitCode.UNDECIDED;
  }
}
