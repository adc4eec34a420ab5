package io.keyarbor.cli;

import io.keyarbor.vault.Session;
import java.nio.file.Path;
import java.util.Optional;

/** How a command comes to an unlocked vault: from the agent, or with the password. */
public interface VaultDoor {
  /**
   * Opens the vault. If an agent has it unlocked, nothing is asked.
   *
   * @return to be closed by {@link Opened#close} when the command ends
   * @throws CommandFault if there is no vault, or no password can be had
   * @throws io.keyarbor.vault.VaultException what is wrong with it
   */
  Opened open(Access access);

  /**
   * Which vault, and where its password comes from.
   *
   * @param vault empty for the person's usual one
   * @param passwordFile its first line is the password; empty asks on the terminal
   * @param keyFile of a vault made with one
   */
  record Access(Optional<Path> vault, Optional<Path> passwordFile, Optional<Path> keyFile) {}

  /** An unlocked vault for one command. */
  interface Opened extends AutoCloseable {
    /** Its session. */
    Session session();

    /** Gives back the agent's session; locks one that was unlocked for the command. */
    @Override
    void close();
  }
}
