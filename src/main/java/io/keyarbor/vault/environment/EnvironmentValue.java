package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import java.util.Map;

/** What a variable is given. Whoever has one closes it. */
public sealed interface EnvironmentValue extends AutoCloseable {
  /** The value itself. */
  record Text(Secret value) implements EnvironmentValue {
    @Override
    public void close() {
      value.close();
    }
  }

  /**
   * The path of a file.
   *
   * @param fileName its last part, for tools that look at it
   */
  record File(String fileName, Secret content) implements EnvironmentValue {
    @Override
    public void close() {
      content.close();
    }
  }

  /**
   * The path of a folder.
   *
   * @param files contents by file name
   */
  record Folder(Map<String, Secret> files) implements EnvironmentValue {
    /** Copies the map, not the secrets. */
    public Folder {
      files = Map.copyOf(files);
    }

    @Override
    public void close() {
      files.values().forEach(Secret::close);
    }
  }

  /**
   * Nothing: the variable is taken out, so that no value of another account mixes in.
   *
   * @param why a clause for a person, such as “Session token is empty”
   */
  record Unset(String why) implements EnvironmentValue {
    @Override
    public void close() {}
  }

  /**
   * The value as one text, for the caller to close in place of this; that of a file is what is in
   * it.
   *
   * @param reference names it in a fault
   * @throws EnvironmentFault if it is no one text; this is closed then
   */
  default Secret content(Reference reference) {
    return switch (this) {
      case Text(Secret text) -> text;
      case File(String name, Secret content) -> content;
      case Folder folder -> {
        folder.close();
        throw EnvironmentFault.unfit(
            reference + " is a folder of files, which has no place in a text. Use keyarbor run.");
      }
      case Unset(String why) ->
          throw EnvironmentFault.missing(reference + " has no value: " + why + ".");
    };
  }

  /** Wipes what it holds. */
  @Override
  void close();
}
