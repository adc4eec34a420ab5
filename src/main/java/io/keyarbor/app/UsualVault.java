package io.keyarbor.app;

import io.keyarbor.cli.CommandFault;
import io.keyarbor.platform.Folders;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.unlock.NewVault;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Decides which vault a command means. */
final class UsualVault {
  private final Path folder;
  private final Folders folders;
  private final Supplier<SettingsStore> settings;

  /**
   * By the rules for one person.
   *
   * @param folder that relative paths start from
   */
  UsualVault(Path folder, Folders folders, Supplier<SettingsStore> settings) {
    this.folder = folder;
    this.folders = folders;
    this.settings = settings;
  }

  /**
   * The one named, else the one opened last, else the only one in the data folder or the one called
   * personal there. The one opened last must be there: another one is not what was meant.
   *
   * @throws VaultException.NotFound if there is no file
   * @throws CommandFault if there is no vault at all, or no telling which
   */
  Path find(Optional<Path> named) {
    Path file =
        named
            .map(folder::resolve)
            .or(() -> settings.get().current().recentVault())
            .orElseGet(this::inData)
            .toAbsolutePath()
            .normalize();
    if (!Files.exists(file)) {
      throw new VaultException.NotFound(file);
    }
    return file;
  }

  /** Where one of that name would be made. */
  Path proposal(Optional<Path> named, String name) {
    return named
        .map(folder::resolve)
        .orElseGet(() -> NewVault.proposal(folders.data(), name))
        .toAbsolutePath()
        .normalize();
  }

  private Path inData() {
    Path personal = NewVault.proposal(folders.data(), "personal");
    if (Files.exists(personal)) {
      return personal;
    }
    List<Path> all = all();
    if (all.isEmpty()) {
      throw CommandFault.notFound(
          "There is no vault yet. Make one with: keyarbor init. If there is one elsewhere, name it"
              + " with --vault or KEYARBOR_VAULT.");
    }
    if (all.size() > 1) {
      throw CommandFault.notFound(
          "There are "
              + all.size()
              + " vaults in "
              + folders.data()
              + " and none was opened last. Name one with --vault or KEYARBOR_VAULT.");
    }
    return all.getFirst();
  }

  private List<Path> all() {
    try (var files = Files.newDirectoryStream(folders.data(), "*" + NewVault.SUFFIX)) {
      return StreamSupport.stream(files.spliterator(), false).filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
