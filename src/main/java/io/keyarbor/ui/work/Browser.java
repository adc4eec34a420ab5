package io.keyarbor.ui.work;

import java.net.URI;

/** Opens pages in the person's own browser; tests give one that only notes them. */
@FunctionalInterface
public interface Browser {
  /** Opens {@code page}, an http or https address, and returns at once. */
  void open(URI page);
}
