package io.keyarbor.cli;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.ImportFormat.Needs;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.formats.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor import}: credentials of a file into the vault, all in one save. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Adds the credentials of a file to the vault.",
      "What the vault has already is not added again, and what cannot be read is told and left out."
          + " All of it is saved at once, or nothing."
    },
    footerHeading = "%nFormats:%n",
    footer = {
      "  keyarbor, kdbx, keepassxc-csv, csv, bitwarden, 1pux, json, yaml, dotenv",
      "",
      "Examples:",
      "  keyarbor import --dry-run passwords.kdbx",
      "  keyarbor import bitwarden export.json --group Imported",
      "  keyarbor import csv keys.csv --service openai --column Owner=notes --column Key=api_key",
      "  keyarbor import .env"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int TRIES = 3;

  private final CommandContext context;
  @Mixin private VaultOptions vault;
  @Mixin private Output output;
  @Mixin private FilePassword password;

  @Parameters(
      arity = "1..2",
      paramLabel = "[FORMAT] FILE",
      hideParamSyntax = true,
      description = "The file, and before it its format if it cannot be told.")
  private List<String> arguments;

  @Option(names = "--dry-run", description = "Says what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--column",
      paramLabel = "HEADING=FIELD",
      description =
          "Of a table: what a column holds. A field of the service, or name, service, group, tags,"
              + " notes, expires, favourite, or - for nothing.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "Service of what the file does not say it of.")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "GROUP/PATH",
      description = "The group to put everything under. It is made if it is not there.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--file-key",
      paramLabel = "FILE",
      description = "The key file of a KeePass database.")
  private Optional<Path> keyFile = Optional.empty();

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Formats formats = new Formats(context.catalogue(), KdfCost::calibrated);
    Path file = context.folder().resolve(arguments.getLast());
    ImportFormat format = arguments.size() > 1 ? named(formats) : formats.of(file);
    Optional<String> type =
        service.map(name -> Services.get(context, name)).map(ServiceTemplate::serviceType);
    try (Reading reading = read(format, file, type)) {
      return context.withVault(
          vault,
          opened -> {
            ImportPlan plan =
                ImportPlan.of(
                    opened.session(), reading, group.map(GroupPaths::names).orElse(List.of()));
            Report report = dryRun ? plan.preview(opened.session()) : plan.apply(opened.session());
            return new ImportReport(format, report, dryRun).print(output, context.terminal());
          });
    }
  }

  private ImportFormat named(Formats formats) {
    String name = arguments.getFirst();
    return formats
        .toRead(name)
        .orElseThrow(() ->
            CommandFault.usage(
                "There is no format “"
                    + Printable.of(name)
                    + "” to import. There are: "
                    + String.join(", ", formats.imports().stream().map(ImportFormat::name).toList())
                    + "."));
  }

  private Reading read(ImportFormat format, Path file, Optional<String> type)
      throws TransferException, IOException {
    Optional<Path> key = keyFile.map(context.folder()::resolve);
    Needs needs = format.needs(file);
    boolean asks =
        needs == Needs.PASSWORD
            || (needs == Needs.PASSWORD_OR_KEY_FILE && (key.isEmpty() || password.isGiven()));
    if (!asks) {
      return format.read(file, new Options(Optional.empty(), key, columns, type));
    }
    for (int tried = 1; ; tried++) {
      try (Secret typed = password.toOpen(file.getFileName().toString())) {
        return format.read(file, new Options(Optional.of(typed), key, columns, type));
      } catch (TransferException e) {
        if (!e.isWrongPassword() || password.isGiven()) {
          throw e;
        }
        if (tried == TRIES || !context.terminal().isInteractive()) {
          throw new CommandFault(ExitCode.LOCKED, e.getMessage());
        }
        context.terminal().err().println(e.getMessage());
      }
    }
  }
}
