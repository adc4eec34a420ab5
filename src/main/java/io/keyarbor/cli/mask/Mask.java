package io.keyarbor.cli.mask;

import io.keyarbor.crypto.Secret;
import java.io.OutputStream;
import java.util.Collection;

/** What is hidden in a program's output. To be closed when its streams are. */
public final class Mask implements AutoCloseable {
  private final SecretFinder finder;
  private final int unmasked;

  /** Hides {@code secrets}, which stay the caller's. */
  public Mask(Collection<Secret> secrets) {
    try (SecretForms forms = SecretForms.of(secrets)) {
      finder = SecretFinder.of(forms);
      unmasked = forms.unmasked();
    }
  }

  /** How many secrets are too short to be hidden. */
  public int unmasked() {
    return unmasked;
  }

  /** A stream that hands on to {@code out} what is no secret. Closing it flushes {@code out}. */
  public OutputStream over(OutputStream out) {
    return new MaskedOutput(finder, out);
  }

  @Override
  public void close() {
    finder.close();
  }
}
