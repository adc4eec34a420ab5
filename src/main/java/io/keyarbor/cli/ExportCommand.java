package io.keyarbor.cli;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Drafts;
import io.keyarbor.transfer.ExportFile;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.NameKey;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor export}: credentials of the vault into a file that its owner alone can read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes credentials to a file, which you alone can read (mode 0600).",
      "Without names and filters all of them. A format that is not encrypted is asked about first."
    },
    footerHeading = "%nFormats:%n",
    footer = {
      "  Encrypted: keyarbor, kdbx",
      "  Readable by whoever has the file: json, yaml, dotenv, litellm-values",
      "  Without secrets: litellm",
      "",
      "Examples:",
      "  keyarbor export keyarbor all.keyarbor-bundle",
      "  keyarbor export dotenv .env --profile production",
      "  keyarbor export litellm config.yaml --tag ai"
    })
final class ExportCommand implements Callable<Integer> {
  private final CommandContext context;
  @Mixin private VaultOptions vault;
  @Mixin private Output output;
  @Mixin private FilePassword password;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "One of those below.")
  private String format;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file; - for the output.")
  private String file;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Credentials, by name.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Those that this profile takes values from.")
  private Optional<String> profile = Optional.empty();

  @Option(names = "--service", paramLabel = "SERVICE", description = "Those of this service.")
  private Optional<String> service = Optional.empty();

  @Option(names = "--tag", paramLabel = "TAG", description = "Those with this tag.")
  private Optional<String> tag = Optional.empty();

  @Option(
      names = "--plaintext",
      description = "Writes a format that is not encrypted without asking.")
  private boolean plaintext;

  @Option(names = "--overwrite", description = "Replaces a file that is there.")
  private boolean overwrite;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Formats formats = new Formats(context.catalogue(), KdfCost::calibrated);
    ExportFormat writes =
        formats
            .toWrite(format)
            .orElseThrow(() ->
                CommandFault.usage(
                    "There is no format “"
                        + Printable.of(format)
                        + "” to export. There are: "
                        + String.join(
                            ", ", formats.exports().stream().map(ExportFormat::name).toList())
                        + "."));
    if (isOut() && output.isJson()) {
      throw CommandFault.usage("With --json the export needs a file: both would go to the output.");
    }
    confirm(writes);
    return context.withVault(
        vault,
        opened -> {
          try (Drafts drafts = Drafts.of(opened.session(), chosen(opened.session()))) {
            report(writes, drafts, write(writes, drafts));
            return ExitCode.DONE;
          }
        });
  }

  private boolean isOut() {
    return file.equals("-");
  }

  private void confirm(ExportFormat writes) {
    if (!writes.isPlaintext() || plaintext) {
      return;
    }
    if (!context.terminal().isInteractive()) {
      throw CommandFault.usage(
          "The format "
              + writes.name()
              + " is not encrypted: whoever can read the file has the secrets. If that is meant,"
              + " add --plaintext.");
    }
    String question =
        "The file will not be encrypted: whoever can read it has the secrets. Write it? (yes/no) ";
    if (!context.terminal().ask(question).map(String::strip).filter("yes"::equals).isPresent()) {
      throw new CommandFault(ExitCode.FAILED, "Nothing was written.");
    }
  }

  private List<Credential> chosen(Session session) {
    Optional<Set<CredentialId>> ofProfile = profile.map(name -> credentials(session, name));
    List<Credential> from =
        names.isEmpty() ? session.credentials().all() : new CredentialLookup(session).all(names);
    List<Credential> chosen =
        from.stream()
            .filter(c -> ofProfile.isEmpty() || ofProfile.get().contains(c.id()))
            .filter(
                c -> service.isEmpty() || service.get().equalsIgnoreCase(c.details().serviceType()))
            .filter(c ->
                tag.isEmpty() || c.details().tags().stream().anyMatch(tag.get()::equalsIgnoreCase))
            .toList();
    if (chosen.isEmpty()) {
      throw CommandFault.notFound(
          "There is no credential to export: none fits. Nothing was written.");
    }
    return chosen;
  }

  private static Set<CredentialId> credentials(Session session, String name) {
    List<Profile> profiles = session.profiles().all();
    return profiles.stream()
        .filter(p -> NameKey.of(p.name()).equals(NameKey.of(name)))
        .findFirst()
        .map(p -> p.variables().stream().map(Profile.Variable::credential))
        .map((Stream<CredentialId> ids) -> ids.collect(Collectors.toSet()))
        .orElseThrow(() ->
            CommandFault.notFound(
                "There is no profile named “"
                    + Printable.of(name)
                    + "”."
                    + NearNames.hint(name, profiles.stream().map(Profile::name).toList())));
  }

  private List<Skipped> write(ExportFormat writes, Drafts drafts)
      throws IOException, TransferException {
    Optional<Secret> sealing =
        writes.isSealed() ? Optional.of(password.toSeal()) : Optional.empty();
    try {
      return isOut()
          ? writes.write(drafts.all(), sealing, new Unclosed(context.terminal().out()))
          : ExportFile.write(
              writes, drafts.all(), sealing, context.folder().resolve(file), overwrite);
    } finally {
      sealing.ifPresent(Secret::close);
    }
  }

  private void report(ExportFormat writes, Drafts drafts, List<Skipped> told) {
    if (output.isJson()) {
      output.json(json -> {
        json.writeStartObject();
        json.writeStringProperty("format", writes.name());
        json.writeBooleanProperty("plaintext", writes.isPlaintext());
        json.writeNumberProperty("credentials", drafts.all().size());
        json.writeArrayPropertyStart("told");
        told.forEach(part -> ImportReport.skipped(json, part));
        json.writeEndArray();
        json.writeEndObject();
      });
      return;
    }
    told.forEach(
        part -> context.terminal().err().println(Printable.of(part.origin() + ": " + part.why())));
    context
        .terminal()
        .err()
        .println(
            "Exported "
                + drafts.all().size()
                + (drafts.all().size() == 1 ? " credential" : " credentials")
                + (isOut() ? "." : " to " + Printable.of(file) + ".")
                + (writes.isPlaintext() ? " Not encrypted: delete it when it has served." : ""));
  }
}
