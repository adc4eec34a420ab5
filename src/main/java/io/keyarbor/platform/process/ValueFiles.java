package io.keyarbor.platform.process;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes values as files of mode 0600, those of each variable into a folder of its own.
 *
 * @param base of mode 0700
 */
public record ValueFiles(Path base) {
  /**
   * Writes one file.
   *
   * @return its path
   */
  public Path write(String variable, String fileName, Secret content) throws IOException {
    return write(variable, Map.of(fileName, content)).resolve(fileName);
  }

  /**
   * Writes several files.
   *
   * @return the path of their folder
   */
  public Path write(String variable, Map<String, Secret> files) throws IOException {
    Path folder = base.resolve(variable);
    PrivateFile.createFolder(folder);
    for (Map.Entry<String, Secret> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      // A name is a person's template's to choose, and must not lead out of the folder.
      if (!folder.equals(path.getParent())) {
        throw new IOException("“" + file.getKey() + "” is no name for a file of " + variable);
      }
      file.getValue()
          .use(bytes -> {
            PrivateFile.write(path, bytes);
            return path;
          });
    }
    return folder;
  }
}
