package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Verdict;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.detect.KnownSecrets;
import io.keyarbor.transfer.scan.Baseline;
import io.keyarbor.transfer.scan.Hit;
import io.keyarbor.transfer.scan.HitDrafts;
import io.keyarbor.transfer.scan.Report;
import io.keyarbor.transfer.scan.Sarif;
import io.keyarbor.transfer.scan.Scan;
import io.keyarbor.transfer.scan.Verification;
import io.keyarbor.transfer.sweep.Replacements;
import io.keyarbor.vault.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code keyarbor scan}. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Finds keys and passwords that are written into files, and into the history of a git"
          + " repository.",
      "Ends with exit code 1 if it found any. A line that holds keyarbor:allow is passed over. In a"
          + " git repository, files that git ignores are left out."
    },
    footer = {
      "%nExamples:",
      "  keyarbor scan",
      "  keyarbor scan --history --baseline .keyarbor-baseline.json",
      "  keyarbor scan --staged     (as a pre-commit hook)",
      "  keyarbor scan --sarif report.sarif src"
    })
final class ScanCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  @Parameters(paramLabel = "PATH", description = "Files or folders. Default: this folder.")
  private List<Path> paths = List.of();

  @Option(
      names = "--history",
      description = "Scans all that was ever committed, in place of the files as they are.")
  private boolean history;

  @Option(names = "--staged", description = "Scans the lines that are staged to be committed.")
  private boolean staged;

  @Option(names = "--include-ignored", description = "Scans files that git ignores too.")
  private boolean ignoredToo;

  @Option(names = "--known", description = "Opens the vault, and names the hits that it has.")
  private boolean known;

  @Option(
      names = "--verify",
      description = "Asks the services whether the keys work. It says whom first.")
  private boolean verifies;

  @Option(names = "--import", description = "Adds what was found to the vault.")
  private boolean imports;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Hits that are in this file are not told.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      description = "Writes all hits into the baseline, as fingerprints. Ends with 0.")
  private boolean writesBaseline;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Writes a SARIF 2.1.0 report.")
  private Optional<Path> sarif = Optional.empty();

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  ScanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (history && staged) {
      throw CommandFault.usage("Give --history or --staged, not both.");
    }
    if (writesBaseline && baseline.isEmpty()) {
      throw CommandFault.usage("Say where: --baseline FILE --write-baseline.");
    }
    try (Report report = report()) {
      report.skipped().forEach(s -> say("Not scanned: " + s.origin() + ": " + s.why()));
      if (writesBaseline) {
        Baseline fresh = Baseline.fresh();
        fresh.add(report.hits());
        fresh.write(context.folder().resolve(baseline.get()));
        say("Wrote " + report.hits().size() + " hits into " + baseline.get() + ".");
        return ExitCode.DONE;
      }
      List<Hit> hits = unknown(report.hits());
      if (!known && !imports) {
        return told(report, hits, Map.of());
      }
      return context.withVault(vault, opened -> inVault(opened.session(), report, hits));
    }
  }

  private Report report() throws InterruptedException, IOException, TransferException {
    Scan scan = new Scan(context.catalogue().get());
    List<Path> places =
        paths.isEmpty()
            ? List.of(context.folder())
            : paths.stream().map(context.folder()::resolve).toList();
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw CommandFault.notFound("There is no file or folder " + place + ".");
      }
    }
    if (history || staged) {
      if (places.size() > 1) {
        throw CommandFault.usage("One repository at a time: give one PATH.");
      }
      return history ? scan.history(places.getFirst()) : scan.staged(places.getFirst());
    }
    return scan.files(places, ignoredToo);
  }

  private List<Hit> unknown(List<Hit> hits) throws TransferException, IOException {
    if (baseline.isEmpty()) {
      return hits;
    }
    Baseline judged = Baseline.read(context.folder().resolve(baseline.get()));
    return hits.stream().filter(hit -> !judged.knows(hit)).toList();
  }

  private int inVault(Session session, Report report, List<Hit> hits) throws Exception {
    Map<Hit, String> names = new HashMap<>();
    try (KnownSecrets secrets = new KnownSecrets(session, Replacements.BACKUP_TAG)) {
      for (Hit hit : hits) {
        secrets.places(hit.secret()).stream()
            .findFirst()
            .ifPresent(p -> names.put(hit, p.credential().details().name()));
      }
    }
    int code = told(report, hits, names);
    if (imports) {
      try (Reading drafts =
          new HitDrafts(context.catalogue().get())
              .of(hits.stream().filter(h -> !names.containsKey(h)).toList())) {
        ImportPlan plan = ImportPlan.of(session, drafts);
        if (!drafts.drafts().isEmpty() && agreed("Add what was found to the vault?")) {
          plan.apply(session)
              .rows()
              .forEach(row ->
                  say((row.isAdded() ? "Added " : "Not added: ") + row.name() + " " + row.why()));
        }
      }
    }
    return code;
  }

  /** Prints, and says by the exit code whether something was found. */
  private int told(Report report, List<Hit> hits, Map<Hit, String> names) throws Exception {
    Map<Hit, Verdict> verdicts = verifies ? verdicts(hits) : Map.of();
    if (sarif.isPresent()) {
      writeSarif(hits, context.folder().resolve(sarif.get()));
    }
    if (output.isJson()) {
      output.json(json -> print(json, report, hits, names, verdicts));
    } else {
      if (!hits.isEmpty()) {
        output.table(
            List.of("PLACE", "WHAT", "VALUE", "KNOWN"),
            hits.stream().map(h -> row(h, names, verdicts)).toList());
      }
      say(
          "%d found in %d files, %.1f MB."
              .formatted(hits.size(), report.files(), report.bytes() / 1e6));
    }
    return hits.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Map<Hit, Verdict> verdicts(List<Hit> hits) throws InterruptedException {
    Verification verification = new Verification(context.catalogue().get(), context.prober().get());
    TreeSet<String> hosts = new TreeSet<>();
    hits.forEach(hit -> hosts.addAll(verification.hosts(hit)));
    if (hosts.isEmpty() || !agreed("Send what was found to " + String.join(", ", hosts) + "?")) {
      say("Nothing was sent.");
      return Map.of();
    }
    Map<Hit, Verdict> verdicts = new HashMap<>();
    for (Hit hit : hits) {
      verification.ask(hit).ifPresent(verdict -> verdicts.put(hit, verdict));
    }
    return verdicts;
  }

  private static List<Cell> row(Hit hit, Map<Hit, String> names, Map<Hit, Verdict> verdicts) {
    String commit = hit.commit().isEmpty() ? "" : " in " + hit.commit().substring(0, 12);
    String what = hit.service().isEmpty() ? hit.rule().title() : hit.service();
    Verdict verdict = verdicts.get(hit);
    String known = names.containsKey(hit) ? "“" + names.get(hit) + "” of your vault " : "";
    boolean works = verdict != null && verdict.outcome() == Outcome.VALID;
    return List.of(
        Cell.of(Printable.of(hit.path() + ":" + hit.line() + commit)),
        Cell.of(Printable.of(hit.name().isEmpty() ? what : what + ": " + hit.name())),
        Cell.of(hit.preview()),
        new Cell(
            Printable.of(known + (verdict == null ? "" : verdict.detail())),
            works ? Tone.BAD : Tone.PLAIN));
  }

  private static void print(
      JsonGenerator json,
      Report report,
      List<Hit> hits,
      Map<Hit, String> names,
      Map<Hit, Verdict> verdicts) {
    json.writeStartObject();
    json.writeNumberProperty("files", report.files());
    json.writeNumberProperty("bytes", report.bytes());
    json.writeArrayPropertyStart("hits");
    for (Hit hit : hits) {
      json.writeStartObject();
      json.writeStringProperty("path", hit.path());
      json.writeNumberProperty("line", hit.line());
      json.writeStringProperty("commit", hit.commit());
      json.writeStringProperty("rule", hit.rule().id());
      json.writeStringProperty("service", hit.service());
      json.writeStringProperty("name", hit.name());
      json.writeStringProperty("preview", hit.preview());
      json.writeStringProperty("in_vault", names.getOrDefault(hit, ""));
      if (verdicts.containsKey(hit)) {
        json.writeStringProperty("reason", verdicts.get(hit).reason().name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSarif(List<Hit> hits, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      Sarif.write(hits, json);
    }
    Files.write(file, bytes.toByteArray());
  }

  private boolean agreed(String question) {
    return yes || Confirmation.needed(question, context.terminal());
  }

  private void say(String line) {
    context.terminal().err().println(Printable.of(line));
  }
}
