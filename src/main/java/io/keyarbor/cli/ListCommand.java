package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints which credentials there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists credentials, without their secrets.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor list",
      "  keyarbor list --status invalid",
      "  keyarbor list --service proxmox --tag production",
      "  keyarbor list --expiring 30 --json",
      "  keyarbor list --trash"
    })
final class ListCommand implements Callable<Integer> {
  private static final int SOON_DAYS = 30;

  private final CommandContext context;

  @Option(names = "--trash", description = "Lists what is in the trash.")
  private boolean trash;

  @Mixin private CredentialFilter filter;
  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  ListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          Collection<Credential> all =
              trash ? session.credentials().trash() : session.credentials().all();
          print(filter.of(all, session), session);
          return ExitCode.DONE;
        });
  }

  private void print(List<Credential> found, Session session) {
    GroupPaths groups = new GroupPaths(session.groups());
    ZoneId zone = context.clock().getZone();
    if (output.isJson()) {
      CredentialJson one = new CredentialJson(groups, zone);
      output.json(json -> {
        json.writeStartArray();
        found.forEach(credential -> one.write(credential, json));
        json.writeEndArray();
      });
    } else if (found.isEmpty()) {
      context.terminal().err().println(nothing());
    } else {
      output.table(
          List.of("NAME", "SERVICE", "GROUP", "STATUS", "TESTED", "EXPIRES"),
          found.stream().map(credential -> row(credential, groups, zone)).toList());
    }
  }

  private String nothing() {
    if (filter.isGiven()) {
      return "No credential is like that.";
    }
    return trash
        ? "The trash is empty."
        : "There are no credentials yet. Add one: keyarbor add SERVICE";
  }

  private List<Cell> row(Credential credential, GroupPaths groups, ZoneId zone) {
    Instant now = context.clock().instant();
    return List.of(
        Cell.of(credential.details().name()),
        Cell.of(credential.details().serviceType()),
        Cell.of(groups.path(credential.details().group())),
        Standing.cell(credential.lastTest()),
        Cell.of(credential.lastTest().map(verdict -> ago(verdict.at(), now)).orElse("")),
        expires(Standing.expires(credential, zone), LocalDate.ofInstant(now, zone)));
  }

  private static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return "now";
    }
    return age.toHours() < 1
        ? age.toMinutes() + " min"
        : age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
  }

  private static Cell expires(Optional<LocalDate> day, LocalDate today) {
    if (day.isEmpty()) {
      return Cell.of("");
    }
    long days = ChronoUnit.DAYS.between(today, day.get());
    return days < 0
        ? new Cell("expired", Tone.BAD)
        : new Cell(day.get().toString(), days <= SOON_DAYS ? Tone.DOUBTFUL : Tone.PLAIN);
  }
}
