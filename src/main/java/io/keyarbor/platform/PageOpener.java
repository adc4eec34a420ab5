package io.keyarbor.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

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

  /**
   * Opens a document that came with this program and does not wait for it.
   *
   * @param anchor the part to show
   * @throws IOException if there is no program for it
   */
  default void openDocument(Path document, String anchor) throws IOException {
    throw new IOException("there is no program for documents");
  }
}
