package io.keyarbor.cli;

import io.keyarbor.cli.VaultDoor.Opened;
import io.keyarbor.platform.Folders;
import io.keyarbor.probe.Prober;
import io.keyarbor.template.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What commands work with. Made once for each call of the program; each command gets it in its
 * constructor.
 *
 * @param env of this process
 * @param folder the working directory, that relative paths start from
 * @param catalogue read when first asked for: it takes longer than most commands
 * @param prober made when first asked for
 */
public record CommandContext(
    Terminal terminal,
    Map<String, String> env,
    Path folder,
    Folders folders,
    VaultDoor door,
    VaultKeeper keeper,
    Supplier<Catalogue> catalogue,
    Supplier<Prober> prober,
    Clock clock) {
  /** Work with an open vault that ends in an exit code. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    int with(Opened vault) throws Exception;
  }

  /** Opens the vault, does {@code work} and gives the vault back. */
  public int withVault(VaultOptions options, Work work) throws Exception {
    try (Opened vault = door.open(options.access(this))) {
      return work.with(vault);
    }
  }

  /** Whether what is printed may have colours: see <a href="https://no-color.org">NO_COLOR</a>. */
  boolean isColoured() {
    return terminal.isOutTerminal()
        && env.getOrDefault("NO_COLOR", "").isEmpty()
        && !env.getOrDefault("TERM", "").equals("dumb");
  }

  /** A variable that holds a path, if it is set and not empty. */
  Optional<Path> pathFromEnvironment(String name) {
    return Optional.ofNullable(env.get(name)).filter(v -> !v.isBlank()).map(folder::resolve);
  }
}
