package io.keyarbor.app;

import io.keyarbor.agent.Patience;
import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.cli.VaultDoor;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens the vault for one command: through the agent, or if there is none, by unlocking the file
 * for as long as the command takes.
 */
final class AgentDoor implements VaultDoor {
  private final Folders folders;
  private final UsualVault usual;
  private final KeyEntry entry;

  AgentDoor(Folders folders, UsualVault usual, KeyEntry entry) {
    this.folders = folders;
    this.usual = usual;
    this.entry = entry;
  }

  /** One unlocked vault, and how it is given back. */
  private record Given(Session session, Runnable back) implements Opened {
    @Override
    public void close() {
      back.run();
    }
  }

  @Override
  public Opened open(Access access) {
    Path file = usual.find(access.vault());
    return joined(file).orElseGet(() -> unlocked(file, access));
  }

  private Optional<Opened> joined(Path file) {
    SystemTimer timer = new SystemTimer();
    Optional<RemoteSession> agent = Optional.empty();
    try {
      agent = RemoteSession.join(AgentPlace.of(folders, file), timer);
    } finally {
      if (agent.isEmpty()) {
        timer.close();
      }
    }
    return agent.map(session ->
        new Given(
            session,
            () -> {
              session.close();
              timer.close();
            }));
  }

  private Opened unlocked(Path file, Access access) {
    Vault vault = LocalVaults.create(folders, Runnable::run);
    return entry.unlock(
        access,
        key -> waiting(file, () -> new Given(vault.unlock(file, key, false), vault::lock)),
        () -> vault.needsKeyFile(file));
  }

  /** Waits while another command has the file open; an agent that came meanwhile is joined. */
  private Opened waiting(Path file, Supplier<Opened> way) {
    Patience patience = new Patience();
    while (true) {
      try {
        return way.get();
      } catch (VaultException.InUse e) {
        // The password that was just typed is not checked, but it was not needed either.
        Optional<Opened> agent = joined(file);
        if (agent.isPresent()) {
          return agent.get();
        }
        patience.pause(e);
      }
    }
  }
}
