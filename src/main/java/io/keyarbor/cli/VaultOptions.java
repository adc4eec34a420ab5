package io.keyarbor.cli;

import io.keyarbor.cli.VaultDoor.Access;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that opens the vault. */
public final class VaultOptions {
  @Option(
      names = "--vault",
      paramLabel = "FILE",
      description = "The vault. Default: KEYARBOR_VAULT, else the one opened last.")
  private Optional<Path> vault = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the master password. Default: KEYARBOR_PASSWORD_FILE, else"
              + " the agent or a prompt.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The key file of a vault made with one. Default: KEYARBOR_KEY_FILE.")
  private Optional<Path> keyFile = Optional.empty();

  /** What they say, with what the environment says where they do not. */
  public Access access(CommandContext context) {
    return new Access(
        vault.or(() -> context.pathFromEnvironment("KEYARBOR_VAULT")),
        passwordFile.or(() -> context.pathFromEnvironment("KEYARBOR_PASSWORD_FILE")),
        keyFile.or(() -> context.pathFromEnvironment("KEYARBOR_KEY_FILE")));
  }
}
