package io.keyarbor.cli;

import io.keyarbor.cli.mask.Mask;
import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.process.LaunchException;
import io.keyarbor.platform.process.Launcher;
import io.keyarbor.platform.process.Launcher.Command;
import io.keyarbor.platform.process.Launcher.Outputs;
import io.keyarbor.platform.process.RunFolder;
import io.keyarbor.platform.process.ValueFiles;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.EnvFile;
import io.keyarbor.vault.environment.Environment;
import io.keyarbor.vault.environment.EnvironmentBuilder;
import io.keyarbor.vault.environment.EnvironmentValue;
import io.keyarbor.vault.environment.Reference;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keyarbor run}. */
@picocli.CommandLine.Command(
    name = "run",
    description = {
      "Runs a program with secrets in its environment, and in no other.",
      "Its exit code is that of the program: 127 if there is none, 126 if it cannot be run, 128 and"
          + " the number of the signal that ended it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What is named later wins: profiles, then files, then --env.",
      "",
      "Examples:",
      "  keyarbor run --profile production -- npm start",
      "  keyarbor run --env PGPASSWORD=keyarbor://Billing%%20DB/password -- psql",
      "  keyarbor run --env-file .env --mask -- ./deploy.sh"
    })
final class RunCommand implements Callable<Integer> {
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "PROFILE",
      description = "All variables of a profile. May be given several times.")
  private List<String> profiles = List.of();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "VARIABLE=REFERENCE",
      description = "One variable, such as TOKEN=keyarbor://GitHub/token.")
  private List<String> variables = List.of();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "The variables of a .env file, with the references in it filled.")
  private List<Path> files = List.of();

  @Option(
      names = "--mask",
      description =
          "Shows *** in place of secrets that the program prints. It then writes to pipes, not to"
              + " your terminal.")
  private boolean masked;

  @Parameters(paramLabel = "PROGRAM", arity = "1..*", description = "What to run, after --.")
  private List<String> words = List.of();

  RunCommand(CommandContext context) {
    this.context = context;
  }

  /** What follows the program's name is the program's. */
  @Spec
  void setSpec(CommandSpec spec) {
    spec.parser().stopAtPositional(true);
  }

  @Override
  public Integer call() throws Exception {
    if (profiles.isEmpty() && variables.isEmpty() && files.isEmpty()) {
      throw CommandFault.usage(
          "There is nothing to give to the program. Name a --profile, an --env or an --env-file.");
    }
    List<Assignment> named = variables.stream().map(v -> Assignment.read("--env", v)).toList();
    for (Assignment variable : named) {
      if (!Reference.isReference(variable.what())) {
        throw CommandFault.usage(
            "--env takes a reference, "
                + variable.name()
                + "=keyarbor://NAME/FIELD. What is no secret can stand before the command: "
                + variable.name()
                + "=... keyarbor run ...");
      }
    }
    // First of all, so that it knows which open files are the caller's.
    Launcher launcher = Launcher.ofThisSystem();
    EnvironmentValues gathered = new EnvironmentValues();
    context.withVault(
        vault,
        opened -> {
          gathered.all = gather(opened.session(), named);
          return ExitCode.DONE;
        });
    try (Environment environment = gathered.all) {
      environment.notices().forEach(n -> context.terminal().err().println(Printable.of(n)));
      return launch(launcher, environment);
    }
  }

  /** Where the values are put while the vault is open. */
  private static final class EnvironmentValues {
    private Environment all;
  }

  private Environment gather(Session session, List<Assignment> named) throws IOException {
    try (EnvironmentBuilder builder =
        new EnvironmentBuilder(session, context.catalogue(), NearNames::hint)) {
      for (String profile : profiles) {
        builder.profile(ProfileLookup.get(session, profile));
      }
      for (Path file : files) {
        try (Secret content = InputFile.read(context.folder().resolve(file), EnvFile.LONGEST);
            EnvFile lines = content.use(bytes -> EnvFile.read(file.toString(), bytes))) {
          builder.file(lines);
        }
      }
      named.forEach(v -> builder.reference(v.name(), Reference.parse(v.what())));
      return builder.environment();
    }
  }

  private int launch(Launcher launcher, Environment environment)
      throws IOException, LaunchException {
    try (Paths paths = new Paths(environment, context)) {
      Command command = new Command(words, paths.variables);
      if (!masked && !environment.needsFiles() && launcher.canBecome()) {
        context.terminal().out().flush();
        context.terminal().err().flush();
        launcher.become(command);
      }
      if (!masked) {
        return launcher.run(command, Optional.empty(), environment::close);
      }
      try (Mask mask = new Mask(environment.hidden())) {
        if (mask.unmasked() > 0) {
          context
              .terminal()
              .err()
              .println("Secrets shorter than 4 bytes are not masked: " + mask.unmasked() + ".");
        }
        Outputs outputs =
            new Outputs(
                mask.over(new Heard(context.terminal().out())),
                mask.over(new Heard(context.terminal().err())));
        return launcher.run(command, Optional.of(outputs), environment::close);
      }
    }
  }

  /** The values as a program takes them: the files are made, their paths are the values. */
  private static final class Paths implements AutoCloseable {
    private final Map<String, Optional<Secret>> variables = new HashMap<>();
    private final Map<String, Secret> paths = new HashMap<>();
    private Optional<RunFolder> folder = Optional.empty();

    Paths(Environment environment, CommandContext context) throws IOException {
      if (environment.needsFiles()) {
        folder = Optional.of(RunFolder.create(context.folders()));
      }
      try {
        for (Map.Entry<String, EnvironmentValue> variable : environment.variables().entrySet()) {
          variables.put(variable.getKey(), value(variable.getKey(), variable.getValue()));
        }
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    private Optional<Secret> value(String name, EnvironmentValue value) throws IOException {
      return switch (value) {
        case EnvironmentValue.Text(Secret text) -> Optional.of(text);
        case EnvironmentValue.Unset unset -> Optional.empty();
        case EnvironmentValue.File(String fileName, Secret content) ->
            Optional.of(path(name, files().write(name, fileName, content)));
        case EnvironmentValue.Folder(Map<String, Secret> files) ->
            Optional.of(path(name, files().write(name, files)));
      };
    }

    private ValueFiles files() {
      return folder.orElseThrow().files();
    }

    private Secret path(String name, Path path) {
      Secret text = Secret.take(path.toString().getBytes(FILE_NAMES));
      paths.put(name, text);
      return text;
    }

    @Override
    public void close() {
      paths.values().forEach(Secret::close);
      folder.ifPresent(RunFolder::close);
    }
  }

  /** Says when nobody reads any more, which a {@link PrintStream} keeps to itself. */
  private static final class Heard extends FilterOutputStream {
    private final PrintStream stream;

    Heard(PrintStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
      if (stream.checkError()) {
        throw new IOException("nobody reads any more");
      }
    }

    @Override
    public void close() {
      stream.flush();
    }
  }
}
