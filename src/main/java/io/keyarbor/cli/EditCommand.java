package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a credential. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = {
      "Changes what is given of a credential, and leaves the rest.",
      "If a field or a secret changes, it is tested first. The secrets before stay as a version."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor edit OpenAI --secret api_key",
      "  keyarbor edit \"Proxmox Lab\" --field host=pve2.lab --expires 2027-03-01",
      "  keyarbor edit OpenAI --name \"OpenAI Production\" --tag prod --untag test",
      "  keyarbor edit OpenAI --clear organization --notes \"made by the platform team\""
    })
final class EditCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The credential.")
  private String target;

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it from now on.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--clear", paramLabel = "FIELD", description = "A field to empty.")
  private List<String> cleared = new ArrayList<>();

  @Mixin private FieldOptions fields;
  @Mixin private AboutOptions about;
  @Mixin private SaveTest test;
  @Mixin private VaultOptions vault;

  EditCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    boolean changesFields = fields.isGiven() || !cleared.isEmpty();
    if (!changesFields && !about.isGiven() && name.isEmpty()) {
      throw CommandFault.usage("Say what to change; see: keyarbor edit --help");
    }
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          Credential before = new CredentialLookup(session).get(target);
          about.checkGroup(session);
          if (changesFields) {
            editFields(session, before);
          } else {
            save(session, before, details(before), Map.of());
          }
          String now = name.orElse(before.details().name());
          context.terminal().err().println("Changed “" + Printable.of(now) + "”.");
          return ExitCode.DONE;
        });
  }

  private Details details(Credential before) throws Exception {
    return about.applied(before.details().withName(name.orElse(before.details().name())));
  }

  private Credential save(
      Session session, Credential before, Details details, Map<String, Secret> changed) {
    return session
        .credentials()
        .edit(
            before,
            details.withGroup(about.group(details.group(), session)),
            changed,
            Set.copyOf(cleared));
  }

  private void editFields(Session session, Credential before) throws Exception {
    ServiceTemplate template = Services.get(context, before.details().serviceType());
    requireKnown(before, template);
    FormModel form = new FormModel(template, before.details().fields());
    fields.plain(template).forEach(form::set);
    cleared.forEach(field -> form.set(field, ""));
    Map<String, Secret> changed = fields.secrets(template);
    try {
      Set<String> filled = new HashSet<>(before.secretFields());
      cleared.forEach(filled::remove);
      filled.addAll(changed.keySet());
      requireFaultless(form, filled);
      Details details = withFields(details(before), form, template);
      Optional<Verdict> verdict = tested(session, before, details, template, changed, filled);
      Credential after = save(session, before, details, changed);
      verdict.ifPresent(v -> session.credentials().recordTest(after.id(), after.version(), v));
    } finally {
      changed.values().forEach(Secret::close);
    }
  }

  /** What is to be emptied must be a field of the form, or one that an import brought. */
  private void requireKnown(Credential before, ServiceTemplate template) {
    TreeSet<String> known = new TreeSet<>(before.details().fields().keySet());
    known.addAll(before.secretFields());
    template.fields().forEach(field -> known.add(field.name()));
    cleared.stream()
        .filter(field -> !known.contains(field))
        .findFirst()
        .ifPresent(field -> {
          throw CommandFault.usage(
              "There is no field “"
                  + Printable.of(field)
                  + "” to clear. There are: "
                  + Printable.of(String.join(", ", known))
                  + "."
                  + NearNames.hint(field, known));
        });
  }

  private static void requireFaultless(FormModel form, Set<String> filled) {
    form.faults(filled).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw CommandFault.usage(fault.message() + " Nothing was changed.");
        });
  }

  /** The form's values, and those fields that came with an import and that the form lacks. */
  private Details withFields(Details details, FormModel form, ServiceTemplate template) {
    Map<String, String> values = new HashMap<>(details.fields());
    template.fields().forEach(field -> values.remove(field.name()));
    cleared.forEach(values::remove);
    values.putAll(form.values());
    return new Details(
        details.name(),
        details.serviceType(),
        details.group(),
        values,
        details.tags(),
        details.favourite(),
        details.notes(),
        details.expires(),
        details.trust(),
        details.schedule());
  }

  private Optional<Verdict> tested(
      Session session,
      Credential before,
      Details details,
      ServiceTemplate template,
      Map<String, Secret> changed,
      Set<String> filled)
      throws InterruptedException {
    try (FieldValues stored = session.credentials().open(before.id())) {
      Map<String, Secret> all = new HashMap<>(stored.secrets());
      all.keySet().retainAll(filled);
      all.putAll(changed);
      return test.run(template, new FieldValues(details.fields(), all), details.trust());
    }
  }
}
