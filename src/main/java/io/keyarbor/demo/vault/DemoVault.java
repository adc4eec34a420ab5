package io.keyarbor.demo.vault;

import io.keyarbor.crypto.Secret;
import io.keyarbor.demo.server.DemoCredential;
import io.keyarbor.demo.server.DemoCredentials;
import io.keyarbor.demo.server.PretendServices;
import io.keyarbor.platform.TemporaryFolder;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A throw-away vault of invented credentials and the pretend services they point at. Lives in a
 * temporary folder, and is deleted when closed.
 */
public final class DemoVault implements AutoCloseable {
  /** The demo's master password, for everyone to know: nothing in it is worth keeping. */
  public static final String EVERYONE_KNOWS = "demo";

  private final TemporaryFolder folder;
  private final PretendServices services;

  /**
   * Starts the pretend services; makes no vault yet.
   *
   * @throws IOException if there is no room or no port
   */
  public DemoVault() throws IOException {
    folder = TemporaryFolder.create("demo");
    services = PretendServices.start();
  }

  /** Where the vault is. */
  public Path file() {
    return folder.path().resolve("demo.keyarbor");
  }

  /** Addresses of the pretend services. */
  public PretendServices.Addresses addresses() {
    return services.addresses();
  }

  /**
   * Makes the vault through {@code vault}, fills it, and leaves it unlocked. Takes about a second.
   */
  public Session create(Vault vault, LocalDate today) {
    try (UnlockKey key =
        new UnlockKey(Secret.takeUtf8(EVERYONE_KNOWS.toCharArray()), Optional.empty())) {
      Session session = vault.create(file(), "Demo", key);
      fill(session, today);
      return session;
    }
  }

  private void fill(Session session, LocalDate today) {
    GroupPaths groups = new GroupPaths(session.groups());
    for (DemoCredential invented : DemoCredentials.load(addresses(), today)) {
      try (invented) {
        session.credentials().add(details(invented, groups), invented.secrets());
      }
    }
  }

  private static Details details(DemoCredential invented, GroupPaths groups) {
    return new Details(
        invented.name(),
        invented.serviceType(),
        groups.of(invented.group()),
        invented.fields(),
        invented.tags(),
        invented.favourite(),
        invented.notes(),
        invented.expires(),
        new TlsTrust.SystemTrust());
  }

  /** Stops the services and deletes the folder. */
  @Override
  public void close() {
    services.close();
    folder.close();
  }
}
