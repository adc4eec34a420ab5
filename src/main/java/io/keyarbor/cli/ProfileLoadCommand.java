package io.keyarbor.cli;

import io.keyarbor.cli.shell.Shell;
import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.platform.process.ValueFiles;
import io.keyarbor.vault.environment.Environment;
import io.keyarbor.vault.environment.EnvironmentBuilder;
import io.keyarbor.vault.environment.EnvironmentValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyarbor profile load}. */
@Command(
    name = "load",
    description = {
      "Prints statements that set a profile's variables in your shell.",
      "All programs started from that shell get them. keyarbor run gives them to one program only."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  eval \"$(keyarbor profile load production --export)\"         (bash, zsh)",
      "  keyarbor profile load production --export | source          (fish)",
      "  keyarbor profile load production --export --shell powershell | Out-String | Invoke-Expression"
    })
final class ProfileLoadCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Parameters(paramLabel = "PROFILE", description = "Its name.")
  private String name;

  @Option(
      names = "--export",
      description =
          "Prints the values: what is printed is for a shell, not for a screen or a file.")
  private boolean export;

  @Option(
      names = "--shell",
      paramLabel = "SHELL",
      description = "bash, zsh, fish or powershell. Default: what the variable SHELL says.")
  private Optional<String> shellName = Optional.empty();

  @Option(
      names = "--files-in",
      paramLabel = "FOLDER",
      description =
          "Where values that must be files are written, mode 0600. They stay until you delete"
              + " them.")
  private Optional<Path> filesIn = Optional.empty();

  ProfileLoadCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (!export) {
      throw CommandFault.usage(
          "This prints secrets, for a shell to evaluate. Say --export if that is what you want, or"
              + " use keyarbor run --profile "
              + Printable.of(name)
              + " -- PROGRAM.");
    }
    Shell shell = shell();
    return context.withVault(
        vault,
        opened -> {
          try (EnvironmentBuilder builder =
              new EnvironmentBuilder(opened.session(), context.catalogue(), NearNames::hint)) {
            builder.profile(ProfileLookup.get(opened.session(), name));
            try (Environment environment = builder.environment()) {
              print(shell, environment);
            }
          }
          return ExitCode.DONE;
        });
  }

  private Shell shell() {
    String given = shellName.or(() -> Optional.ofNullable(context.env().get("SHELL"))).orElse("");
    return Shell.named(given)
        .orElseThrow(() ->
            CommandFault.usage(
                given.isEmpty()
                    ? "Which shell is it for? Say --shell bash, zsh, fish or powershell."
                    : "“"
                        + Printable.of(given)
                        + "” is none of the shells known: say --shell bash, zsh, fish or"
                        + " powershell."));
  }

  private void print(Shell shell, Environment environment) throws IOException {
    if (environment.needsFiles() && filesIn.isEmpty()) {
      throw CommandFault.usage(
          "Some variables of this profile are paths of files: "
              + String.join(", ", environment.files())
              + ". Use keyarbor run, which deletes them afterwards, or name a folder for them:"
              + " --files-in.");
    }
    // All or nothing: what cannot be written must not leave the shell with half a profile.
    try (WipedText text = new WipedText()) {
      for (Map.Entry<String, EnvironmentValue> variable : environment.variables().entrySet()) {
        print(shell, variable.getKey(), variable.getValue(), text);
      }
      text.writeTo(context.terminal().out());
    }
    context.terminal().out().flush();
  }

  private void print(Shell shell, String variable, EnvironmentValue value, OutputStream out)
      throws IOException {
    switch (value) {
      case EnvironmentValue.Text(Secret text) -> shell.set(variable, text, out);
      case EnvironmentValue.Unset unset -> shell.unset(variable, out);
      case EnvironmentValue.File(String fileName, Secret content) ->
          path(shell, variable, files().write(variable, fileName, content), out);
      case EnvironmentValue.Folder(Map<String, Secret> files) ->
          path(shell, variable, files().write(variable, files), out);
    }
  }

  private static void path(Shell shell, String variable, Path path, OutputStream out)
      throws IOException {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    try (Secret text = Secret.take(path.toString().getBytes(names))) {
      shell.set(variable, text, out);
    }
  }

  private ValueFiles files() throws IOException {
    Path folder = context.folder().resolve(filesIn.orElseThrow());
    PrivateFile.createFolder(folder);
    return new ValueFiles(folder);
  }
}
