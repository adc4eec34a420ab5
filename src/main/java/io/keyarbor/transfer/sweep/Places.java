package io.keyarbor.transfer.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a sweep looks.
 *
 * @param env variables of this process
 * @param home the person's home folder, where tools keep their files
 * @param folders or files that are looked through for {@code .env} files
 * @param environmentOnly leaves all files alone
 */
public record Places(
    Map<String, String> env, Path home, List<Path> folders, boolean environmentOnly) {
  /** Copies the collections. */
  public Places {
    env = Map.copyOf(env);
    folders = List.copyOf(folders);
  }

  /** The variables, the files of tools, and the {@code .env} files under {@code folders}. */
  public static Places all(Map<String, String> env, Path home, List<Path> folders) {
    return new Places(env, home, folders, false);
  }
}
