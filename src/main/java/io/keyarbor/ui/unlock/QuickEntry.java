package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.platform.Timer;
import io.keyarbor.platform.keyring.Keyring;
import io.keyarbor.platform.keyring.Keyring.Unavailable;
import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.quick.PinGuard;
import io.keyarbor.vault.quick.SealedStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Ways to unlock without the master password, if the person switched one on: a file in the state
 * folder that only a key in the system's keyring opens, or a PIN within this run of the app. Set up
 * by an unlock with the master password, which also works at any time. Whatever fails ends at the
 * master password, and deletes what does not fit any more. Slow; not for the JavaFX thread, except
 * {@link #way}.
 */
public final class QuickEntry implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final SettingsStore settings;
  private final Path folder;
  private final Optional<Keyring> keyring;
  private final PinGuard pins;
  private volatile Optional<QuickUnlock> last;

  /** What can be used now. */
  public enum Way {
    /** Only the master password. */
    NONE,
    /** The keyring opens the vault. */
    KEYRING,
    /** A PIN opens the vault. */
    PIN,
    /** A PIN may be chosen along with the master password. */
    NEW_PIN
  }

  /** Quick unlock does not work this time; the message says why and what to do. */
  public static final class Failed extends RuntimeException {
    private Failed(String message) {
      super(message);
    }
  }

  /**
   * Follows the settings: what is switched off is forgotten, also what an earlier run left.
   *
   * @param state a folder for what is sealed
   * @param timer wipes a PIN in time
   */
  public QuickEntry(
      SettingsStore settings, Path state, Optional<Keyring> keyring, Clock clock, Timer timer) {
    this.settings = settings;
    this.folder = state.resolve("quick");
    this.keyring = keyring;
    pins = new PinGuard(KdfCost.FLOOR, clock, timer::after);
    last = Optional.of(chosen());
    if (chosen() != QuickUnlock.KEYRING) {
      Thread.startVirtualThread(this::forgetSealed);
    }
    settings.onChange(s -> {
      if (last.filter(s.protection().quickUnlock()::equals).isEmpty()) {
        last = Optional.of(s.protection().quickUnlock());
        Thread.startVirtualThread(this::forgetAll);
      }
    });
  }

  private QuickUnlock chosen() {
    return settings.current().protection().quickUnlock();
  }

  /** Whether this system has a keyring that Keyarbor can use. */
  public boolean hasKeyring() {
    return keyring.isPresent();
  }

  /** What the vault at {@code file} can be unlocked with now. */
  public Way way(Path file) {
    return switch (chosen()) {
      case OFF -> Way.NONE;
      case KEYRING -> hasKeyring() && Files.exists(sealed(file)) ? Way.KEYRING : Way.NONE;
      case PIN -> pins.isKept(real(file)) ? Way.PIN : Way.NEW_PIN;
    };
  }

  /**
   * Unlocks by the keyring.
   *
   * @throws Failed if only the master password helps
   */
  Session byKeyring(Vault vault, Path file) {
    byte[] stored;
    Optional<Secret> key;
    try {
      stored = read(sealed(file));
      key = keyring.orElseThrow().find(id(file));
    } catch (Unavailable e) {
      throw new Failed(tr(e.getMessage()));
    } catch (IOException e) {
      throw gone(file);
    }
    try (Secret found = key.orElseThrow(() -> gone(file));
        StandIn standIn = SealedStandIn.open(stored, found).orElseThrow(() -> gone(file))) {
      return unlock(vault, file, standIn);
    }
  }

  /**
   * Unlocks by a PIN; closes it.
   *
   * @throws Failed if it is wrong; after the last try only the master password helps
   */
  Session byPin(Vault vault, Path file, Secret pin) {
    try (pin) {
      Optional<StandIn> opened = pins.open(real(file), pin);
      if (opened.isEmpty()) {
        int left = pins.left();
        throw new Failed(
            left == 0
                ? tr("That was not the PIN, and no try is left. Use the master password.")
                : count(
                    left,
                    "That was not the PIN. {0} try is left.",
                    "That was not the PIN. {0} tries are left."));
      }
      try (StandIn standIn = opened.get()) {
        return unlock(vault, file, standIn);
      }
    }
  }

  private Session unlock(Vault vault, Path file, StandIn standIn) {
    try {
      return vault.unlock(file, standIn);
    } catch (VaultException.WrongPassword | VaultException.Damaged e) {
      throw gone(file);
    }
  }

  private Failed gone(Path file) {
    forget(file);
    return new Failed(
        tr(
            "Quick unlock does not fit this vault any more, and was removed. Use the master"
                + " password; that sets it up again."));
  }

  /**
   * Sets up what the person chose, after {@code key} has unlocked the vault. What fails here fails
   * quietly: the vault is open, and the next unlock asks for the master password as ever.
   *
   * @param pin that was chosen along with the password; it stays with the caller
   */
  void setUp(Path file, Session session, UnlockKey key, Optional<Secret> pin) {
    Way way = way(file);
    QuickUnlock begun = chosen();
    boolean sealing = begun == QuickUnlock.KEYRING && way == Way.NONE && hasKeyring();
    boolean pinning = way == Way.NEW_PIN && pin.filter(p -> p.length() > 0).isPresent();
    if (!sealing && !pinning) {
      return;
    }
    try (StandIn standIn = session.standIn(key)) {
      if (sealing) {
        seal(file, standIn);
      } else {
        pins.keep(real(file), standIn, pin.get());
      }
      if (chosen() != begun) {
        // Switched off while the keyring was waited for: what was forgotten then came too early.
        forget(file);
      }
    } catch (IOException | RuntimeException e) {
      forget(file);
    }
  }

  private void seal(Path file, StandIn standIn) throws IOException {
    try (Secret key = Secret.random(KEY_BYTES)) {
      keyring.orElseThrow().store(id(file), key);
      PrivateFile.write(sealed(file), SealedStandIn.seal(standIn, key));
    }
  }

  /** Forgets what unlocks the vault at {@code file}. */
  public void forget(Path file) {
    pins.close();
    delete(sealed(file), id(file));
  }

  /** Forgets all, as when the person switches it off or changes a master password. */
  public void forgetAll() {
    pins.close();
    forgetSealed();
  }

  private void forgetSealed() {
    if (Files.notExists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> delete(file, String.valueOf(file.getFileName())));
    } catch (IOException e) {
      // Without the key in the keyring nothing there opens; each of them is tried again next time.
    }
  }

  private void delete(Path sealed, String id) {
    try {
      Files.deleteIfExists(sealed);
    } catch (IOException e) {
      // It opens nothing once its key is gone.
    }
    try {
      if (keyring.isPresent()) {
        keyring.get().delete(id);
      }
    } catch (Unavailable | RuntimeException e) {
      // It opens nothing without its file.
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SealedStandIn.LARGEST + 1);
    }
  }

  private Path sealed(Path file) {
    return folder.resolve(id(file));
  }

  /** Tells nothing of the vault to who reads the keyring or the folder. */
  private static String id(Path file) {
    try {
      byte[] path = real(file).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Forgets the PIN; for the end of the app. */
  @Override
  public void close() {
    pins.close();
  }
}
