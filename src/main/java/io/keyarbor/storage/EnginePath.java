package io.keyarbor.storage;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.engine.Constants;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lets the engine open a file of any name. The engine insists on a suffix of its own, and reads
 * options out of whatever follows a semicolon in a path; here the path travels encoded.
 */
public final class EnginePath extends FilePathWrapper {
  private static final String SCHEME = "keyarbor";

  /** For the engine, which makes one for each path. */
  public EnginePath() {}

  /** The name that the engine is given for {@code file}. */
  static String of(Path file) {
    FilePath.register(new EnginePath());
    return SCHEME + ":" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  protected FilePath unwrap(String path) {
    String encoded = path.substring(getPrefix().length());
    if (encoded.endsWith(Constants.SUFFIX_MV_FILE)) {
      encoded = encoded.substring(0, encoded.length() - Constants.SUFFIX_MV_FILE.length());
    }
    return FilePath.get(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
  }

  @Override
  public FilePathWrapper wrap(FilePath base) {
    return base == null
        ? null
        : getPath(getPrefix() + URLEncoder.encode(base.toString(), StandardCharsets.UTF_8));
  }

  /** A file that the engine makes is its owner's alone from the moment it exists. */
  @Override
  public FileChannel open(String mode) throws IOException {
    if (!mode.equals("r") && !exists()) {
      PrivateFiles.createFile(Path.of(getBase().toString()));
    }
    return super.open(mode);
  }

  @Override
  public FilePath toRealPath() {
    FilePath real = super.toRealPath();
    return name.endsWith(Constants.SUFFIX_MV_FILE)
        ? getPath(real + Constants.SUFFIX_MV_FILE)
        : real;
  }
}
