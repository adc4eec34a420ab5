package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens and makes vaults, and remembers which one was last opened. Plain Java; slow, so not for the
 * JavaFX thread.
 */
public final class Opening {
  private final Vault vault;
  private final SettingsStore settings;
  private final QuickEntry quick;

  /** Opens through {@code vault}. */
  public Opening(Vault vault, SettingsStore settings, QuickEntry quick) {
    this.vault = vault;
    this.settings = settings;
    this.quick = quick;
  }

  /** What the vault can be unlocked with besides its password. */
  QuickEntry.Way way(Path file) {
    return quick.way(file);
  }

  /** Unlocks by the keyring. */
  Session unlockByKeyring(Path file) {
    return remembered(file, quick.byKeyring(vault, file));
  }

  /** Unlocks by a PIN; closes it. */
  Session unlockByPin(Path file, Secret pin) {
    return remembered(file, quick.byPin(vault, file, pin));
  }

  private Session remembered(Path file, Session session) {
    settings.change(s -> s.withRecentVault(file));
    return session;
  }

  /**
   * Unlocks; closes {@code password} and {@code pin}.
   *
   * @param pin that is to unlock it from now on; empty if none is wanted
   * @param acceptOlder whether the person said that an older copy is what they want
   */
  public Session unlock(
      Path file,
      Secret password,
      Optional<Path> keyFile,
      boolean acceptOlder,
      Optional<Secret> pin) {
    try {
      return remember(file, password, keyFile, key -> unlock(file, key, keyFile, acceptOlder, pin));
    } finally {
      pin.ifPresent(Secret::close);
    }
  }

  private Session unlock(
      Path file, UnlockKey key, Optional<Path> keyFile, boolean acceptOlder, Optional<Secret> pin) {
    try {
      Session session = vault.unlock(file, key, acceptOlder);
      quick.setUp(file, session, key, pin);
      return session;
    } catch (VaultException.WrongPassword e) {
      if (keyFile.isEmpty() && vault.needsKeyFile(file)) {
        throw new KeyFile.Missing();
      }
      throw e;
    }
  }

  /** Makes a vault and leaves it unlocked; closes {@code password}. */
  public Session create(Path file, String name, Secret password, Optional<Path> keyFile) {
    return remember(file, password, keyFile, key -> vault.create(file, name, key));
  }

  private interface Way {
    Session open(UnlockKey key);
  }

  private Session remember(Path file, Secret password, Optional<Path> keyFile, Way way) {
    try (password) {
      Optional<Secret> bytes = keyFile.map(KeyFile::read);
      try (UnlockKey key = new UnlockKey(password, bytes)) {
        return remembered(file, way.open(key));
      }
    }
  }

  /**
   * What went wrong, in words.
   *
   * @param olderCopy whether it can be opened as it is if the person wants that
   * @param aboutPassword whether the password is what should be looked at
   */
  public record Problem(String message, boolean olderCopy, boolean aboutPassword) {
    /** The words for {@code failure}. */
    public static Problem of(Throwable failure) {
      if (failure instanceof KeyFile.Unusable
          || failure instanceof KeyFile.Missing
          || failure instanceof QuickEntry.Failed) {
        return new Problem(tr(failure.getMessage()), false, false);
      }
      ErrorText text = ErrorText.of(failure);
      return new Problem(
          text.message() + text.code().map(code -> " " + code).orElse(""),
          failure instanceof VaultException.OlderCopy,
          failure instanceof VaultException.WrongPassword);
    }
  }
}
