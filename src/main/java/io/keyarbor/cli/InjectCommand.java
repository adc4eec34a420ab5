package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.vault.environment.Injection;
import io.keyarbor.vault.environment.ReferenceResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyarbor inject}. */
@Command(
    name = "inject",
    description = {
      "Fills the references in a file: {{ keyarbor://NAME/FIELD }}, or without the braces where"
          + " what follows is no letter, digit or one of - . _ ~ %% and /.",
      "All other bytes stay as they are. If one reference has no value, nothing is written."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  keyarbor inject -i app.yaml.template -o app.yaml",
      "  echo 'token: keyarbor://GitHub/token' | keyarbor inject"
    })
final class InjectCommand implements Callable<Integer> {
  private static final int LONGEST = 64 << 20;

  private final CommandContext context;

  @Mixin private VaultOptions vault;

  @Option(
      names = {"-i", "--in"},
      paramLabel = "FILE",
      description = "What to fill. Default: what is piped in.")
  private Optional<Path> input = Optional.empty();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write, mode 0600. Default: standard output.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--replace", description = "Writes over a file that is there.")
  private boolean replace;

  InjectCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Path> from = input.map(context.folder()::resolve);
    Optional<Path> to = output.map(context.folder()::resolve);
    if (to.isPresent()) {
      check(from, to.get());
    }
    try (Secret content =
        from.isPresent()
            ? InputFile.read(from.get(), LONGEST)
            : InputFile.read(context.terminal().in(), "what is piped in", LONGEST)) {
      return content.use(bytes -> fill(bytes, to));
    }
  }

  /** A template that is written over is lost, and its secrets are where only references were. */
  private void check(Optional<Path> from, Path to) throws IOException {
    boolean there = Files.exists(to, LinkOption.NOFOLLOW_LINKS);
    if (there && from.isPresent() && Files.isSameFile(from.get(), to)) {
      throw CommandFault.usage(
          "It would be written over its own template, with secrets in place of the references."
              + " Name another file.");
    }
    if (there && !replace) {
      throw CommandFault.usage(
          Printable.of(to.toString())
              + " is there already. Name another file, or say --replace to write over it.");
    }
    if (Files.isDirectory(to)) {
      throw CommandFault.usage(Printable.of(to.toString()) + " is a folder. Name a file.");
    }
  }

  private int fill(byte[] template, Optional<Path> to) throws Exception {
    Injection injection = Injection.read(template);
    return context.withVault(
        vault,
        opened -> {
          ReferenceResolver resolver =
              new ReferenceResolver(opened.session(), context.catalogue(), NearNames::hint);
          byte[] filled = injection.fill(resolver::resolve);
          try {
            if (to.isPresent()) {
              PrivateFile.write(to.get(), filled);
              context
                  .terminal()
                  .err()
                  .println(
                      "Wrote "
                          + Printable.of(to.get().toString())
                          + " with "
                          + injection.count()
                          + (injection.count() == 1 ? " reference" : " references")
                          + " filled, mode 0600.");
            } else {
              context.terminal().out().write(filled);
              context.terminal().out().flush();
            }
          } finally {
            Arrays.fill(filled, (byte) 0);
          }
          return ExitCode.DONE;
        });
  }
}
