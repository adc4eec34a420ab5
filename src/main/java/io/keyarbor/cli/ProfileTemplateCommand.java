package io.keyarbor.cli;

import io.keyarbor.platform.PrivateFile;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile template}. */
@Command(
    name = "template",
    description = {
      "Writes a .env file that holds references in place of a profile's secrets.",
      "It can be shared: keyarbor run --env-file .env fills it from the vault of whoever runs it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  keyarbor profile template production",
      "  keyarbor profile template production -o deploy/.env"
    })
final class ProfileTemplateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = ".env",
      description = "Where to write; - is standard output. Default: .env")
  private String output;

  @Option(names = "--replace", description = "Writes over a file that is there.")
  private boolean replace;

  ProfileTemplateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Path> file =
        Optional.of(output).filter(o -> !o.equals("-")).map(context.folder()::resolve);
    boolean there = file.filter(f -> Files.exists(f, LinkOption.NOFOLLOW_LINKS)).isPresent();
    if (there) {
      // Before it is refused: what is there may be the one that needs the advice.
      advise(file.get());
    }
    if (there && !replace) {
      throw CommandFault.usage(
          Printable.of(output)
              + " is there already. Name another file, -o, or say --replace to write over it.");
    }
    return context.withVault(
        vault,
        opened -> {
          Session session = opened.session();
          String text = text(session, ProfileLookup.get(session, name));
          if (file.isPresent()) {
            PrivateFile.write(file.get(), text.getBytes(StandardCharsets.UTF_8));
            context
                .terminal()
                .err()
                .println(
                    "Wrote "
                        + Printable.of(output)
                        + ", which holds no secret. Use it: keyarbor run --env-file "
                        + Printable.of(output)
                        + " -- PROGRAM");
            if (!there) {
              advise(file.get());
            }
          } else {
            context.terminal().out().print(text);
          }
          return ExitCode.DONE;
        });
  }

  private void advise(Path file) {
    EnvFileAdvice.of(file).forEach(a -> context.terminal().err().println(Printable.of(a)));
  }

  private static String text(Session session, Profile profile) {
    StringBuilder text = new StringBuilder();
    text.append("# The profile “").append(Printable.of(profile.name()));
    text.append("” of Keyarbor: references only, no secret.\n");
    for (Variable variable : profile.variables()) {
      Optional<Credential> credential =
          session.credentials().find(variable.credential()).filter(c -> c.trashed().isEmpty());
      if (credential.isEmpty()) {
        text.append("# ").append(variable.name()).append(": its credential is gone.\n");
      } else {
        text.append(line(variable, credential.get().details().name())).append('\n');
      }
    }
    return text.toString();
  }

  private static String line(Variable variable, String credential) {
    return switch (variable.value()) {
      case Value.Field(String field) ->
          variable.name() + "=" + new Reference(credential, Optional.of(field));
      case Value.ByTemplate(String made) ->
          variable.name() + "=" + new Reference(credential, Optional.of(made));
      case Value.FileOf(String field) ->
          "# " + variable.name() + " is the path of a file: keyarbor run --profile makes it.";
    };
  }
}
