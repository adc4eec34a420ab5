package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateFault;
import io.keyarbor.template.TemplateLint;
import io.keyarbor.template.TemplateParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The services that Keyarbor knows. */
@Command(
    name = "templates",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, checks and adds service templates. Needs no vault.",
    subcommands = {
      TemplatesCommand.ListTemplates.class,
      TemplatesCommand.ShowTemplate.class,
      TemplatesCommand.Lint.class,
      TemplatesCommand.Add.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor templates list",
      "  keyarbor templates show proxmox",
      "  keyarbor templates lint my-service.json",
      "  keyarbor templates add my-service.json"
    })
final class TemplatesCommand {
  /** Prints which there are. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the services.")
  static final class ListTemplates implements Callable<Integer> {
    private final CommandContext context;
    @Mixin private Output output;

    ListTemplates(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      List<ServiceTemplate> all = context.catalogue().get().all();
      if (output.isJson()) {
        output.json(json -> {
          json.writeStartArray();
          for (ServiceTemplate template : all) {
            json.writeStartObject();
            json.writeStringProperty("service", template.serviceType());
            json.writeStringProperty("name", template.displayName());
            json.writeStringProperty("category", template.category());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
      } else {
        output.table(
            List.of("SERVICE", "NAME", "CATEGORY"),
            all.stream()
                .map(t ->
                    List.of(
                        Cell.of(t.serviceType()), Cell.of(t.displayName()), Cell.of(t.category())))
                .toList());
      }
      List<TemplateFault> faults = context.catalogue().get().faults();
      faults.forEach(fault -> context.terminal().err().println(line(fault)));
      return ExitCode.DONE;
    }
  }

  /** Prints the form of one. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows which fields a service has, and when.")
  static final class ShowTemplate implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String service;

    @Mixin private Output output;

    ShowTemplate(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      ServiceTemplate template = Services.get(context, service);
      if (output.isJson()) {
        writeJson(template);
        return ExitCode.DONE;
      }
      PrintStream out = context.terminal().out();
      out.println(Printable.of(template.displayName() + " (" + template.category() + ")"));
      if (!template.docsUrl().isEmpty()) {
        out.println(Printable.of(template.docsUrl()));
      }
      template.notes().forEach(note -> out.println("- " + Printable.of(note)));
      out.println();
      output.table(
          List.of("FIELD", "LABEL", "TYPE", "WHEN", "HELP"),
          template.fields().stream().map(ShowTemplate::row).toList());
      return ExitCode.DONE;
    }

    private static List<Cell> row(FieldSpec field) {
      return List.of(
          Cell.of(field.name()),
          Cell.of(field.label()),
          Cell.of(type(field) + (field.required() ? "" : ", optional")),
          Cell.of(field.when().map(w -> w.field() + "=" + w.value()).orElse("")),
          Cell.of(field.help()));
    }

    private static String type(FieldSpec field) {
      return field.options().isEmpty()
          ? field.secret() ? "secret" : "plain"
          : field.options().stream().map(FieldSpec.Option::value).collect(Collectors.joining("|"));
    }

    private void writeJson(ServiceTemplate template) {
      output.json(json -> {
        json.writeStartObject();
        json.writeStringProperty("service", template.serviceType());
        json.writeStringProperty("name", template.displayName());
        json.writeStringProperty("category", template.category());
        json.writeStringProperty("docs_url", template.docsUrl());
        json.writeName("fields");
        json.writeStartArray();
        for (FieldSpec field : template.fields()) {
          json.writeStartObject();
          json.writeStringProperty("name", field.name());
          json.writeStringProperty("label", field.label());
          json.writeBooleanProperty("secret", field.secret());
          json.writeBooleanProperty("required", field.required());
          json.writeStringProperty(
              "when", field.when().map(w -> w.field() + "=" + w.value()).orElse(""));
          json.writeStringProperty("default", field.defaultValue());
          json.writeName("options");
          json.writeStartArray();
          field.options().forEach(option -> json.writeString(option.value()));
          json.writeEndArray();
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      });
    }
  }

  /** Checks files. */
  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description =
          "Checks template files; each fault with its line. Ends with 1 if there are any.")
  static final class Lint implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The template files.")
    private List<Path> files;

    @Mixin private Output output;

    Lint(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws IOException {
      List<TemplateFault> faults = new ArrayList<>();
      for (Path file : files) {
        faults.addAll(check(file.toString(), read(context.folder().resolve(file))).faults());
      }
      if (output.isJson()) {
        output.json(json -> {
          json.writeStartArray();
          for (TemplateFault fault : faults) {
            json.writeStartObject();
            json.writeStringProperty("file", fault.file());
            json.writeNumberProperty("line", fault.line());
            json.writeStringProperty("pointer", fault.pointer());
            json.writeStringProperty("message", fault.message());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
      } else {
        faults.forEach(fault -> context.terminal().out().println(line(fault)));
      }
      context
          .terminal()
          .err()
          .println(faults.isEmpty() ? "No faults." : Amount.of(faults.size(), "fault") + ".");
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  /** Takes a file into the person's templates. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Checks a template file and takes a copy into your own templates.")
  static final class Add implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The template file.")
    private Path file;

    @Option(names = "--replace", description = "Takes the place of your own one of that service.")
    private boolean replace;

    Add(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws IOException {
      byte[] text = read(context.folder().resolve(file));
      Checked checked = check(file.toString(), text);
      PrintStream err = context.terminal().err();
      checked.faults().forEach(fault -> err.println(line(fault)));
      if (checked.template().isEmpty()) {
        throw new CommandFault(ExitCode.FAILED, "The template was not added.");
      }
      Path to =
          context.folders().templates().resolve(checked.template().get().serviceType() + ".json");
      if (Files.exists(to) && !replace) {
        throw new CommandFault(
            ExitCode.FAILED, "You have a template at " + to + " already. Add --replace.");
      }
      PrivateFile.write(to, text);
      err.println("Added " + Printable.of(to.toString()) + ".");
      return ExitCode.DONE;
    }
  }

  /** A template, if nothing keeps it from being used, and what was found in it. */
  private record Checked(Optional<ServiceTemplate> template, List<TemplateFault> faults) {}

  private static Checked check(String name, byte[] text) {
    TemplateParser.Parsed parsed = new TemplateParser().parse(name, text);
    List<TemplateFault> faults = new ArrayList<>(parsed.faults());
    TemplateLint lint =
        new TemplateLint(codes(reason -> true), codes(r -> r.outcome() == Outcome.INVALID));
    parsed.template().map(lint::check).orElse(List.of()).stream()
        .map(doubt -> new TemplateFault(name, 0, "", doubt))
        .forEach(faults::add);
    return new Checked(parsed.template(), faults);
  }

  private static Set<String> codes(Predicate<Reason> wanted) {
    return Arrays.stream(Reason.values())
        .filter(wanted)
        .map(Reason::code)
        .collect(Collectors.toSet());
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CommandFault.notFound("There is no file " + Printable.of(file.toString()) + ".");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TemplateParser.MAX_BYTES + 1);
    }
  }

  /** {@code file:line: pointer: message}, as compilers write it. */
  private static String line(TemplateFault fault) {
    return Printable.of(
        fault.file()
            + (fault.line() > 0 ? ":" + fault.line() : "")
            + ": "
            + (fault.pointer().isEmpty() ? "" : fault.pointer() + ": ")
            + fault.message());
  }
}
