package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.MainSecret;
import io.keyarbor.vault.environment.OneTimeKey;
import io.keyarbor.vault.environment.Reference;
import io.keyarbor.vault.environment.ReferenceResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one value. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one value of a credential and nothing else.",
      "Without a field it is the credential's main secret. A line break follows on a terminal only."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor get \"Proxmox Production\"",
      "  keyarbor get \"Proxmox Production/host\"",
      "  keyarbor get \"Docker Hub\" | docker login --username me --password-stdin",
      "  keyarbor get keyarbor://GitHub/token",
      "  keyarbor get --otp GitHub"
    })
final class GetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME[/FIELD]", description = "The credential and its field.")
  private String target;

  @Option(
      names = "--otp",
      description = "Prints the code of the moment for a one-time password (TOTP) that is kept.")
  private boolean otp;

  @Mixin private VaultOptions vault;
  @Mixin private Output output;

  GetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    return context.withVault(
        vault,
        opened -> {
          Target found = Target.of(target, new CredentialLookup(opened.session()));
          String field = found.field().orElseGet(() -> fieldOf(found.credential()));
          try (Secret value = value(opened.session(), found.credential(), field)) {
            print(found.credential(), field, value);
          }
          return ExitCode.DONE;
        });
  }

  private String fieldOf(Credential credential) {
    if (otp) {
      return OneTimeKey.of(credential)
          .orElseThrow(() ->
              CommandFault.notFound(
                  "“"
                      + Printable.of(credential.details().name())
                      + "” keeps no one-time password in a field called otp or totp."));
    }
    return mainSecret(context, credential);
  }

  /**
   * The field that holds what a credential is kept for: its only secret, or the first that its form
   * asks for.
   *
   * @throws CommandFault if that cannot be told
   */
  static String mainSecret(CommandContext context, Credential credential) {
    return MainSecret.of(credential, context.catalogue())
        .orElseThrow(() ->
            CommandFault.usage(
                "Which field of “"
                    + Printable.of(credential.details().name())
                    + "”? It has "
                    + fields(credential)
                    + "."));
  }

  private Secret value(Session session, Credential credential, String field) {
    if (Reference.isReference(target) && !otp) {
      // It may name a variable, which the template makes.
      Reference named = new Reference(credential.details().name(), Optional.of(field));
      return new ReferenceResolver(session, context.catalogue(), NearNames::hint)
          .resolve(named)
          .content(named);
    }
    return Optional.ofNullable(credential.details().fields().get(field))
        .map(plain -> Secret.take(plain.getBytes(StandardCharsets.UTF_8)))
        .or(() -> session.credentials().secret(credential.id(), field))
        .map(value -> otp ? code(value) : value)
        .orElseThrow(() -> missing(credential, field));
  }

  private Secret code(Secret key) {
    try (key) {
      return Totp.read(key).code(context.clock().instant());
    } catch (IllegalArgumentException e) {
      throw new CommandFault(
          ExitCode.FAILED, "The field holds no key for one-time passwords: " + e.getMessage());
    }
  }

  private static CommandFault missing(Credential credential, String field) {
    List<String> all =
        Stream.concat(
                credential.details().fields().keySet().stream(), credential.secretFields().stream())
            .toList();
    return CommandFault.notFound(
        "“"
            + Printable.of(credential.details().name())
            + "” has no field “"
            + Printable.of(field)
            + "”. It has "
            + fields(credential)
            + "."
            + NearNames.hint(field, all));
  }

  private static String fields(Credential credential) {
    TreeSet<String> all = new TreeSet<>(credential.details().fields().keySet());
    all.addAll(credential.secretFields());
    return all.isEmpty() ? "none" : Printable.of(String.join(", ", all));
  }

  private void print(Credential credential, String field, Secret value) throws IOException {
    if (!output.isJson()) {
      SecretText.print(value, context.terminal());
      return;
    }
    output.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("name", credential.details().name());
      json.writeStringProperty("field", field);
      json.writeName("value");
      SecretText.write(value, json);
      json.writeEndObject();
    });
  }
}
