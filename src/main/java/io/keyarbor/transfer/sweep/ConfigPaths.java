package io.keyarbor.transfer.sweep;

import io.keyarbor.template.ConfigFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a tool's file lies on this computer: the person's home, and variables that move files. */
record ConfigPaths(Map<String, String> env, Path home) {
  private static final int MOST = 200;

  /** Folders of the XDG base directory specification, and the variables that move them. */
  private static final Map<String, String> XDG =
      Map.of("~/.config/", "XDG_CONFIG_HOME", "~/.cache/", "XDG_CACHE_HOME");

  /** The places to look at; what is there is not known. */
  List<Path> of(ConfigFile config) {
    String moved = env.getOrDefault(config.override(), "");
    try {
      return config.override().isEmpty() || moved.isBlank()
          ? glob(base(config.path()))
          : listed(moved, config.path());
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  /** A file, a list of files, or the folder in which one of the usual name lies. */
  private List<Path> listed(String moved, String usual) {
    String name = usual.substring(usual.lastIndexOf('/') + 1);
    List<Path> files = new ArrayList<>();
    for (String part : moved.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!part.isBlank() && files.size() < MOST) {
        Path place = home.resolve(part.startsWith("~/") ? part.substring(2) : part);
        files.add(Files.isDirectory(place) ? place.resolve(name) : place);
      }
    }
    return files;
  }

  private String base(String path) {
    for (var folder : XDG.entrySet()) {
      String moved = env.getOrDefault(folder.getValue(), "");
      if (path.startsWith(folder.getKey()) && !moved.isBlank()) {
        return moved + "/" + path.substring(folder.getKey().length());
      }
    }
    return path.startsWith("~/") ? home + path.substring(1) : path;
  }

  private static List<Path> glob(String path) {
    List<Path> found = List.of(Path.of("/"));
    if (path.indexOf('*') < 0) {
      return List.of(Path.of(path));
    }
    for (Path name : Path.of(path)) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        next.addAll(
            name.toString().contains("*") ? matching(folder, name) : List.of(folder.resolve(name)));
      }
      found = next.subList(0, Math.min(next.size(), MOST));
    }
    return found;
  }

  private static List<Path> matching(Path folder, Path name) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, name.toString())) {
      for (Path one : names) {
        if (found.size() < MOST) {
          found.add(one);
        }
      }
    } catch (IOException e) {
      // No such folder: no such file.
    }
    return found;
  }
}
