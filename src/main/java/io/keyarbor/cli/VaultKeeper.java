package io.keyarbor.cli;

import io.keyarbor.cli.VaultDoor.Access;
import java.nio.file.Path;
import java.util.Optional;

/** Makes vaults, and keeps one unlocked between commands: starts, asks and ends its agent. */
public interface VaultKeeper {
  /**
   * Which vault is meant.
   *
   * @param named by an option or the environment; empty for the person's usual one
   * @throws CommandFault if there is none
   */
  Path vault(Optional<Path> named);

  /**
   * Makes a new vault and leaves it locked; asks for its password.
   *
   * @param name what the person calls it
   * @return its file
   */
  Path create(Access access, String name);

  /**
   * Starts an agent that keeps the vault unlocked; asks for what it needs.
   *
   * @param acceptOlder whether an older copy is what the person wants
   * @return false if one had it unlocked already; then nothing was asked
   */
  boolean unlock(Access access, boolean acceptOlder);

  /**
   * Locks the vault for every program that uses it.
   *
   * @return false if none had it unlocked
   */
  boolean lock(Path vault);

  /** How it is with the program that has the vault unlocked; empty if none has. */
  Optional<Status> status(Path vault);

  /**
   * Is the agent: gets a key from the program that started it, and returns when locked.
   *
   * @return false if it was given none that opens the vault
   */
  boolean serve(Path vault);

  /**
   * Who has the vault unlocked.
   *
   * @param name of the vault
   * @param process its id
   * @param clients how many connections other programs have to it
   */
  record Status(String name, long process, int clients) {}
}
