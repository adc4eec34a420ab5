package io.keyarbor.platform;

import java.io.IOException;
import java.net.URI;

/** Opens pages of the web; the system's own browser in the app, a note in tests. */
@FunctionalInterface
public interface PageOpener {
  /**
   * Opens {@code page} and does not wait for it.
   *
   * @throws IOException if there is no program for it
   * @throws IllegalArgumentException if it is no http or https address
   */
  void open(URI page) throws IOException;
}
