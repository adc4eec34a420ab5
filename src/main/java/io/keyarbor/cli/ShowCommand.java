package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints all that is known of one credential. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a credential; its secrets only with --reveal.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor show \"Proxmox Production\"",
      "  keyarbor show --reveal --json \"Proxmox Production\""
    })
final class ShowCommand implements Callable<Integer> {
  private static final String MASK = "••••••••";

  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The credential.")
  private String name;

  @Option(names = "--reveal", description = "Prints the secrets too.")
  private boolean reveal;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  ShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          Credential credential = new CredentialLookup(session).get(name);
          if (output.isJson()) {
            writeJson(session, credential);
          } else {
            print(session, credential);
          }
          return ExitCode.DONE;
        });
  }

  private void writeJson(Session session, Credential credential) {
    CredentialJson one =
        new CredentialJson(new GroupPaths(session.groups()), context.clock().getZone());
    output.json(json -> {
      one.begin(credential, json);
      if (reveal) {
        json.writeName("secrets");
        json.writeStartObject();
        for (String field : new TreeSet<>(credential.secretFields())) {
          json.writeName(field);
          try (Secret value = secret(session, credential, field)) {
            SecretText.write(value, json);
          }
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    });
  }

  private void print(Session session, Credential credential) {
    Details details = credential.details();
    Optional<ServiceTemplate> template = context.catalogue().get().find(details.serviceType());
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Name", details.name());
    lines.put("Service", template.map(ServiceTemplate::displayName).orElse(details.serviceType()));
    lines.put("Group", new GroupPaths(session.groups()).path(details.group()));
    lines.put("Tags", String.join(", ", new TreeSet<>(details.tags())));
    lines.put(
        "Expires",
        Standing.expires(credential, context.clock().getZone()).map(Object::toString).orElse(""));
    lines.put("Status", status(credential.lastTest()));
    lines.put("Notes", details.notes());
    lines.values().removeIf(String::isEmpty);
    Map<String, String> fields = fields(credential, template);
    int width = lines.keySet().stream().mapToInt(Printable::width).max().orElse(0);
    width = Math.max(width, fields.keySet().stream().mapToInt(Printable::width).max().orElse(0));
    PrintStream out = context.terminal().out();
    for (var line : lines.entrySet()) {
      label(line.getKey(), width);
      out.println(Printable.lines(line.getValue()));
    }
    out.println();
    for (String field : fields.keySet()) {
      label(field, width);
      printField(session, credential, field);
    }
  }

  private static String status(Optional<Verdict> verdict) {
    return Standing.cell(verdict).text()
        + verdict.map(v -> ": " + v.detail() + " (" + v.at() + ")").orElse("");
  }

  /** In the order of the form; then those that the form does not know. */
  private static Map<String, String> fields(
      Credential credential, Optional<ServiceTemplate> template) {
    Map<String, String> all = new TreeMap<>(credential.details().fields());
    credential.secretFields().forEach(field -> all.put(field, ""));
    Map<String, String> ordered = new LinkedHashMap<>();
    template.stream()
        .flatMap(t -> t.fields().stream())
        .map(FieldSpec::name)
        .filter(all::containsKey)
        .forEach(field -> ordered.put(field, ""));
    ordered.putAll(all);
    return ordered;
  }

  private void printField(Session session, Credential credential, String field) {
    PrintStream out = context.terminal().out();
    if (!credential.secretFields().contains(field)) {
      out.println(Printable.lines(credential.details().fields().get(field)));
    } else if (!reveal) {
      out.println(MASK);
    } else {
      try (Secret value = secret(session, credential, field)) {
        SecretText.print(value, context.terminal());
      }
      if (!context.terminal().isOutTerminal()) {
        out.println();
      }
    }
  }

  private static Secret secret(Session session, Credential credential, String field) {
    return session
        .credentials()
        .secret(credential.id(), field)
        .orElseThrow(() ->
            CommandFault.notFound("The field “" + Printable.of(field) + "” is gone. Try again."));
  }

  private void label(String text, int width) {
    String shown = Printable.of(text);
    StringBuilder label = new StringBuilder(shown).append(':');
    label.repeat(' ', Math.max(0, width - Printable.width(shown)) + 2);
    context
        .terminal()
        .out()
        .print(context.isColoured() ? Output.Tone.FAINT.of(label.toString()) : label.toString());
  }
}
