package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files from before they were changed, as credentials of the vault. */
final class SealedBackups {
  private static final String SERVICE = "generic-file";
  private static final String CONTENT = "content";
  private static final String REPLACED_BY = "replaced_by";

  /** Keeps {@code bytes} and returns the credential; it is on disk then. */
  Credential keep(Session session, Path file, String mode, byte[] bytes, byte[] replacedBy) {
    String name = freeName(session, "Before the sweep: " + file.getFileName());
    Details details =
        new Details(
            name,
            SERVICE,
            Optional.empty(),
            Map.of("path", file.toString(), "mode", mode, REPLACED_BY, sha256(replacedBy)),
            Set.of(Replacements.BACKUP_TAG),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    try (Secret content = Secret.copyOf(bytes)) {
      return session.credentials().add(details, Map.of(CONTENT, content));
    }
  }

  private static String freeName(Session session, String wanted) {
    String name = wanted;
    for (int i = 2; session.credentials().named(name).isPresent(); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }

  /** Puts the newest one back and its credential into the trash. */
  void restore(Session session, Path file, boolean evenIfEdited) throws TransferException {
    Path real = real(file);
    String now = evenIfEdited || !Files.exists(real) ? "" : sha256(real);
    Credential backup = newest(session, real, now);
    Map<String, String> kept = backup.details().fields();
    if (!now.isEmpty() && !now.equals(kept.get(REPLACED_BY))) {
      throw new TransferException(
          real
              + " was edited since references were put in. To lose those edits, add --force; or take"
              + " the old content out with keyarbor get '"
              + backup.details().name()
              + "'.");
    }
    try (Secret content =
        session
            .credentials()
            .secret(backup.id(), CONTENT)
            .orElseThrow(() -> new TransferException("The copy in the vault is empty."))) {
      SameFile target =
          Files.exists(real) ? SameFile.of(real) : new SameFile(real, Optional.empty());
      content.<Void, TransferException>use(bytes -> {
        target.write(bytes, written -> setMode(written, kept.getOrDefault("mode", "")));
        return null;
      });
    }
    session.credentials().moveToTrash(List.of(backup.id()));
  }

  private static void setMode(Path written, String mode) throws TransferException {
    try {
      if (!mode.isEmpty()) {
        Files.setPosixFilePermissions(written, SameFile.mode(mode));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new TransferException("The mode " + mode + " could not be set. Nothing was written.");
    }
  }

  /** The one that the file as it is came after, if there is one; else the newest. */
  private static Credential newest(Session session, Path file, String now)
      throws TransferException {
    return session.credentials().all().stream()
        .filter(c -> c.details().serviceType().equals(SERVICE))
        .filter(c -> c.details().tags().contains(Replacements.BACKUP_TAG))
        .filter(c -> file.toString().equals(c.details().fields().get("path")))
        .max(
            Comparator.comparing(
                    (Credential c) -> now.equals(c.details().fields().get(REPLACED_BY)))
                .thenComparing(Credential::created))
        .orElseThrow(() ->
            new TransferException("The vault keeps no copy of " + file + " from before a sweep."));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static String sha256(Path file) throws TransferException {
    byte[] now = SafeFile.read(file);
    try {
      return sha256(now);
    } finally {
      Arrays.fill(now, (byte) 0);
    }
  }

  /** In hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
