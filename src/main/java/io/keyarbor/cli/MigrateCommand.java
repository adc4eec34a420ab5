package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.Folders;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.sweep.Find;
import io.keyarbor.transfer.sweep.Find.State;
import io.keyarbor.transfer.sweep.Findings;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.transfer.sweep.Replacement;
import io.keyarbor.transfer.sweep.Replacements;
import io.keyarbor.transfer.sweep.Source;
import io.keyarbor.transfer.sweep.Sweep;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.ConnectionTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor migrate}: the sweep. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Finds credentials that lie on this computer in plain text, and brings them into the vault.",
      "It looks at the environment, at the files of tools such as ~/.aws/credentials, at the files"
          + " that shells read, and for .env files in PATH. Without --import it only shows what it"
          + " found."
    },
    footer = {
      "%nExamples:",
      "  keyarbor migrate ~/projects",
      "  keyarbor migrate --import --test --replace ~/projects",
      "  keyarbor migrate --undo ~/projects/shop/.env"
    })
final class MigrateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  @Parameters(
      paramLabel = "PATH",
      description = "Folders to look through for .env files, or such files. Default: this folder.")
  private List<Path> paths = List.of();

  @Option(names = "--import", description = "Adds what is new to the vault, in one save.")
  private boolean imports;

  @Option(
      names = "--test",
      description = "Asks the services first, and adds only what they do not call invalid.")
  private boolean tests;

  @Option(
      names = "--replace",
      description =
          "Puts references in the place of secrets in .env files. The old files are kept in the"
              + " vault.")
  private boolean replaces;

  @Option(
      names = "--replace-config",
      description =
          "Does so in the files of tools too, which must then be filled in by keyarbor inject.")
  private boolean replacesConfig;

  @Option(names = "--env-only", description = "Looks at the environment alone.")
  private boolean environmentOnly;

  @Option(
      names = "--undo",
      paramLabel = "FILE",
      description = "Puts a file back as it was before references were put in.")
  private Optional<Path> undo = Optional.empty();

  @Option(names = "--force", description = "With --undo: even if the file was edited since.")
  private boolean force;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  MigrateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          if (undo.isPresent()) {
            Path file = context.folder().resolve(undo.get());
            new Replacements().undo(session, file, force);
            say("Put back " + file + " as it was.");
            return ExitCode.DONE;
          }
          try (Findings findings = look(session)) {
            return work(session, findings);
          }
        });
  }

  private Findings look(Session session) throws InterruptedException {
    List<Path> folders =
        paths.isEmpty()
            ? List.of(context.folder())
            : paths.stream().map(context.folder()::resolve).toList();
    Path home = Folders.home(context.env());
    return new Sweep(context.catalogue().get())
        .look(
            session,
            new Places(context.env(), home, folders, environmentOnly),
            where -> {
              if (context.terminal().isErrTerminal()) {
                say("Looking at " + where + " ...");
              }
            });
  }

  private int work(Session session, Findings findings) throws Exception {
    Map<Find, Verdict> verdicts = tests ? verdicts(findings) : Map.of();
    print(findings, verdicts);
    if (!output.isJson()) {
      tell(findings);
    }
    if (imports && agreed("Add what is new to the vault?")) {
      add(session, findings, verdicts);
    }
    if ((replaces || replacesConfig) && !replace(session, findings)) {
      return ExitCode.FAILED;
    }
    return verdicts.values().stream().anyMatch(MigrateCommand::isInvalid)
        ? ExitCode.INVALID
        : ExitCode.DONE;
  }

  private Map<Find, Verdict> verdicts(Findings findings) throws InterruptedException {
    ConnectionTest test = new ConnectionTest(context.catalogue().get(), context.prober().get());
    Map<Find, Verdict> verdicts = new LinkedHashMap<>();
    for (Find find : findings.finds()) {
      if (find.state() == State.NEW) {
        try (FieldValues values = values(find.draft())) {
          verdicts.put(
              find, test.testUnsaved(find.service(), values, find.draft().details().trust()));
        }
      }
    }
    return verdicts;
  }

  private static FieldValues values(Draft draft) {
    Map<String, Secret> copies = new HashMap<>();
    draft.secrets().forEach((field, value) -> copies.put(field, value.copy()));
    return new FieldValues(draft.details().fields(), copies);
  }

  private static boolean isInvalid(Verdict verdict) {
    return verdict.outcome() == Outcome.INVALID;
  }

  private void print(Findings findings, Map<Find, Verdict> verdicts) {
    if (output.isJson()) {
      output.json(json -> {
        json.writeStartObject();
        json.writeArrayPropertyStart("finds");
        for (Find find : findings.finds()) {
          json.writeStartObject();
          json.writeStringProperty("source", find.source().toString());
          json.writeStringProperty("kind", find.source().kind().name());
          json.writeStringProperty("service", find.service().serviceType());
          json.writeStringProperty("name", find.draft().details().name());
          json.writeStringProperty("state", find.state().name());
          json.writeStringProperty("same_as", find.sameAs());
          json.writeStringProperty("preview", find.preview());
          if (verdicts.containsKey(find)) {
            json.writeStringProperty("reason", verdicts.get(find).reason().name());
          }
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("skipped");
        for (Reading.Skipped skipped : findings.skipped()) {
          json.writeStartObject();
          json.writeStringProperty("origin", skipped.origin());
          json.writeStringProperty("why", skipped.why());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("advice");
        for (Findings.Advice advice : findings.advice()) {
          json.writeStartObject();
          json.writeStringProperty("file", advice.file().toString());
          json.writeStringProperty("text", advice.text());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      });
      return;
    }
    output.table(
        List.of("SOURCE", "SERVICE", "NAME", "STATE", "VALUE"),
        findings.finds().stream().map(find -> row(find, verdicts)).toList());
  }

  private static List<Cell> row(Find find, Map<Find, Verdict> verdicts) {
    String words =
        switch (find.state()) {
          case NEW -> "new";
          case ALREADY_IN_VAULT -> "in the vault as " + find.sameAs();
          case DUPLICATE -> "the same as " + find.sameAs();
        };
    Verdict verdict = verdicts.get(find);
    String state = verdict == null ? words : words + ", " + verdict.detail();
    Tone tone = find.state() == State.NEW ? Tone.DOUBTFUL : Tone.FAINT;
    return List.of(
        Cell.of(Printable.of(find.source().toString())),
        Cell.of(find.service().displayName()),
        Cell.of(Printable.of(find.draft().details().name())),
        new Cell(Printable.of(state), verdict != null && isInvalid(verdict) ? Tone.BAD : tone),
        Cell.of(find.preview()));
  }

  private void tell(Findings findings) {
    findings.skipped().forEach(s -> say("Not taken: " + s.origin() + ": " + s.why()));
    findings.advice().forEach(a -> say(a.file() + ": " + a.text()));
    findings.finds().stream()
        .filter(f -> f.source().kind() == Source.Kind.SHELL_PROFILE)
        .forEach(f ->
            say(
                f.source()
                    + ": take this line out by hand, and start programs with keyarbor run."));
    if (!imports && findings.finds().stream().anyMatch(f -> f.state() == State.NEW)) {
      say("Nothing was changed. To add what is new: keyarbor migrate --import");
    }
  }

  private void add(Session session, Findings findings, Map<Find, Verdict> verdicts) {
    List<Draft> chosen =
        findings.finds().stream()
            .filter(f -> f.state() == State.NEW)
            .filter(f -> !verdicts.containsKey(f) || !isInvalid(verdicts.get(f)))
            .map(Find::draft)
            .toList();
    ImportPlan.Report report =
        ImportPlan.of(session, new Reading(chosen, List.of())).apply(session);
    report
        .rows()
        .forEach(
            row -> say((row.isAdded() ? "Added " : "Not added: ") + row.name() + " " + row.why()));
  }

  /** Whether each file could be written. */
  private boolean replace(Session session, Findings findings) throws TransferException {
    Replacements replacements = new Replacements();
    boolean all = true;
    for (Replacement plan : replacements.plan(session, findings.finds(), replacesConfig)) {
      plan.left().forEach(left -> say(plan.file() + ": stays: " + left));
      plan.changes()
          .forEach(
              c -> say(plan.file() + ":" + c.line() + " " + c.name() + " -> " + c.reference()));
      if (!plan.changes().isEmpty() && agreed("Change " + plan.file() + "?")) {
        all &= replaceOne(session, replacements, plan);
      }
    }
    return all;
  }

  /** One file that cannot be written does not stop the others. */
  private boolean replaceOne(Session session, Replacements replacements, Replacement plan) {
    try {
      replacements
          .replace(session, plan)
          .ifPresent(name -> {
            say("Changed " + plan.file() + ". What it was is in the vault as “" + name + "”.");
            say(plan.hint());
            say("To undo: keyarbor migrate --undo '" + plan.file() + "'");
          });
      return true;
    } catch (TransferException e) {
      say(e.getMessage());
      return false;
    }
  }

  private boolean agreed(String question) {
    return yes || Confirmation.needed(question, context.terminal());
  }

  private void say(String line) {
    context.terminal().err().println(Printable.of(line));
  }
}
