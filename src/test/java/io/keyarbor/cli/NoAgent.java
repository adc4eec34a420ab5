package io.keyarbor.cli;

import io.keyarbor.cli.VaultDoor.Access;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps no vault unlocked: for tests of commands that each unlock it anew. */
record NoAgent(Path file) implements VaultKeeper {
  @Override
  public Path vault(Optional<Path> named) {
    return named.orElse(file);
  }

  @Override
  public Path create(Access access, String name) {
    throw new UnsupportedOperationException("there is a vault");
  }

  @Override
  public boolean unlock(Access access, boolean acceptOlder) {
    throw new UnsupportedOperationException("no agent");
  }

  @Override
  public boolean lock(Path vault) {
    return false;
  }

  @Override
  public Optional<Status> status(Path vault) {
    return Optional.empty();
  }

  @Override
  public boolean serve(Path vault) {
    throw new UnsupportedOperationException("no agent");
  }
}
