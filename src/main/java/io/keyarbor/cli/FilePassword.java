package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The password of a file that is imported or exported, which is not the vault's: a mixin. */
public final class FilePassword {
  private final CommandContext context;

  @Option(
      names = "--file-password",
      paramLabel = "SOURCE",
      description =
          "Password of the imported or exported file: - (piped in) or @FILE. Default: a prompt.")
  private Optional<String> source = Optional.empty();

  /** Asks where the context says. */
  public FilePassword(CommandContext context) {
    this.context = context;
  }

  /** Whether it is given, so that asking again makes no sense. */
  boolean isGiven() {
    return source.isPresent();
  }

  /**
   * The password that opens a file, for the caller to close.
   *
   * @throws CommandFault if it is not given, and nobody can be asked
   */
  Secret toOpen(String file) throws IOException {
    if (source.isPresent()) {
      return given(source.get());
    }
    return context
        .terminal()
        .askSecret("Password of " + Printable.of(file) + ": ")
        .orElseThrow(FilePassword::missing);
  }

  /**
   * A password to seal a file with, for the caller to close; typed twice.
   *
   * @throws CommandFault if it is not given, and nobody can be asked
   */
  Secret toSeal() throws IOException {
    if (source.isPresent()) {
      return given(source.get());
    }
    Terminal terminal = context.terminal();
    Secret first = terminal.askSecret("Password for the file: ").orElseThrow(FilePassword::missing);
    try (Secret again = terminal.askSecret("Once more: ").orElseThrow(FilePassword::missing)) {
      if (first.length() > 0 && first.sameAs(again)) {
        return first;
      }
      throw CommandFault.usage(
          first.length() == 0
              ? "The password is empty. Nothing was written; try again."
              : "The two passwords differ. Nothing was written; try again.");
    } catch (CommandFault e) {
      first.close();
      throw e;
    }
  }

  private Secret given(String from) throws IOException {
    return new SecretInput(context).read(from, "the file's password");
  }

  private static CommandFault missing() {
    return new CommandFault(
        ExitCode.LOCKED,
        "The file needs a password, and nobody can be asked. Give it: --file-password @FILE.");
  }
}
