package io.keyarbor.app;

import io.keyarbor.cli.CommandFault;
import io.keyarbor.cli.ExitCode;
import io.keyarbor.cli.Terminal;
import io.keyarbor.cli.VaultDoor.Access;
import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.PasswordEstimator;
import io.keyarbor.ui.unlock.KeyFile;
import io.keyarbor.ui.unlock.NewVault;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Comes by what unlocks a vault: from files, or from the person at the terminal. */
final class KeyEntry {
  private static final int TRIES = 3;
  private static final int LONGEST = 1 << 16;

  private final Terminal terminal;
  private final Path folder;

  /**
   * At a terminal.
   *
   * @param folder that relative paths start from
   */
  KeyEntry(Terminal terminal, Path folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  /**
   * Tries keys until one unlocks; a person may err twice, a file may not. The key file is asked for
   * once it is seen that the password alone cannot be right.
   *
   * @param needsKeyFile whether the vault was made with a key file
   */
  <R> R unlock(Access access, Function<UnlockKey, R> way, BooleanSupplier needsKeyFile) {
    Optional<Path> keyFile = access.keyFile();
    for (int left = TRIES; ; left--) {
      try (UnlockKey key = key(access, keyFile)) {
        return way.apply(key);
      } catch (VaultException.WrongPassword wrong) {
        if (keyFile.isEmpty() && needsKeyFile.getAsBoolean()) {
          keyFile = Optional.of(askKeyFile());
          left++;
        } else if (access.passwordFile().isPresent() || left == 1) {
          throw wrong;
        } else {
          terminal.err().println(wrong.getMessage());
        }
      }
    }
  }

  private UnlockKey key(Access access, Optional<Path> keyFile) {
    Optional<Secret> bytes = keyFile.map(this::read);
    try {
      return new UnlockKey(password(access, "Master password: "), bytes);
    } catch (RuntimeException e) {
      bytes.ifPresent(Secret::close);
      throw e;
    }
  }

  private Path askKeyFile() {
    return terminal
        .ask("This vault was made with a key file. Key file: ")
        .filter(line -> !line.isBlank())
        .map(Path::of)
        .orElseThrow(() ->
            new CommandFault(
                ExitCode.LOCKED,
                "This vault was made with a key file. Name it with --key-file or"
                    + " KEYARBOR_KEY_FILE."));
  }

  private Secret read(Path file) {
    try {
      return KeyFile.read(folder.resolve(file));
    } catch (KeyFile.Unusable e) {
      throw new CommandFault(ExitCode.LOCKED, e.getMessage());
    }
  }

  private Secret password(Access access, String prompt) {
    return access
        .passwordFile()
        .map(file -> firstLine(folder.resolve(file)))
        .or(() -> terminal.askSecret(prompt))
        .orElseThrow(() ->
            new CommandFault(
                ExitCode.LOCKED,
                "The vault is locked, and nobody can be asked for its password. Unlock it first"
                    + " with: keyarbor unlock. Or name a file that holds the password, with"
                    + " --password-file or KEYARBOR_PASSWORD_FILE."));
  }

  /**
   * A key for a new vault; a person types the password twice.
   *
   * @throws CommandFault if it is too weak, or the two are not the same
   */
  UnlockKey fresh(Access access, String name) {
    Secret password = password(access, "New master password: ");
    try (Secret again =
        access.passwordFile().isPresent() ? password.copy() : password(access, "Once more: ")) {
      int score = password.length() == 0 ? 0 : new PasswordEstimator().estimate(password).score();
      NewVault.fault(name, password.length(), score, password.sameAs(again))
          .ifPresent(fault -> {
            throw new CommandFault(ExitCode.USAGE, fault + " Nothing was made.");
          });
      return new UnlockKey(password, access.keyFile().map(this::read));
    } catch (RuntimeException e) {
      password.close();
      throw e;
    }
  }

  private static Secret firstLine(Path file) {
    byte[] read = new byte[LONGEST];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(read, 0, read.length);
      int end = 0;
      while (end < length && read[end] != '\n' && read[end] != '\r') {
        end++;
      }
      if (end == 0 || end == LONGEST) {
        throw new CommandFault(
            ExitCode.LOCKED,
            "The password file " + file + " must hold the password in its first line.");
      }
      return Secret.take(Arrays.copyOf(read, end));
    } catch (IOException e) {
      throw new CommandFault(
          ExitCode.LOCKED,
          "The password file " + file + " cannot be read. Check its name and mode.");
    } finally {
      Arrays.fill(read, (byte) 0);
    }
  }
}
