package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a credential. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a credential of a service, and tests it first.",
      "On a terminal you are asked for what its form needs and was not given. A test that fails"
          + " warns; --only-valid then saves nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor add openai",
      "  keyarbor add proxmox --name \"Proxmox Lab\" --field host=pve.lab --secret token_value=@token",
      "  echo \"$KEY\" | keyarbor add anthropic --secret api_key=- --tag ci --only-valid",
      "  keyarbor templates list        which services there are",
      "  keyarbor templates show NAME   which fields one has"
    })
final class AddCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "SERVICE", description = "The service, such as openai.")
  private String service;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call it. Default: the service and the host.")
  private Optional<String> name = Optional.empty();

  @Mixin private FieldOptions fields;
  @Mixin private AboutOptions about;
  @Mixin private SaveTest test;
  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  AddCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ServiceTemplate template = Services.get(context, service);
    FormModel form = new FormModel(template);
    Map<String, String> plain = fields.plain(template);
    plain.forEach(form::set);
    Map<String, Secret> secrets = fields.secrets(template);
    try {
      return context.withVault(
          vault,
          opened -> {
            about.checkGroup(opened.session());
            new FormDialog(context, form, secrets, plain.keySet()).complete();
            report(save(opened.session(), form, secrets));
            return ExitCode.DONE;
          });
    } finally {
      secrets.values().forEach(Secret::close);
    }
  }

  private Credential save(Session session, FormModel form, Map<String, Secret> secrets)
      throws Exception {
    Details details =
        about.applied(
            new Details(
                name.orElseGet(() -> freeName(form, session)),
                form.template().serviceType(),
                Optional.empty(),
                form.values(),
                Set.of(),
                false,
                "",
                Optional.empty(),
                new TlsTrust.SystemTrust()));
    Optional<Verdict> verdict =
        test.run(form.template(), new FieldValues(form.values(), secrets), details.trust());
    Credential added =
        session
            .credentials()
            .add(details.withGroup(about.group(details.group(), session)), secrets);
    verdict.ifPresent(v -> session.credentials().recordTest(added.id(), added.version(), v));
    return session.credentials().find(added.id()).orElse(added);
  }

  private static String freeName(FormModel form, Session session) {
    String base = (form.template().displayName() + " " + form.hostHint()).strip();
    String free = base;
    for (int number = 2; session.credentials().named(free).isPresent(); number++) {
      free = base + " " + number;
    }
    return free;
  }

  private void report(Credential added) {
    if (output.isJson()) {
      output.json(json -> {
        json.writeStartObject();
        json.writeStringProperty("id", added.id().value().toString());
        json.writeStringProperty("name", added.details().name());
        json.writeStringProperty("status", Standing.of(added.lastTest()).toString());
        json.writeEndObject();
      });
    } else {
      context.terminal().err().println("Added “" + Printable.of(added.details().name()) + "”.");
    }
  }
}
