package io.keyarbor.crypto;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** A key for the platform's algorithms over lent bytes; the lender wipes them. */
public final class WipeableKey implements SecretKey {
  private final String algorithm;
  private final transient byte[] lent;

  /** Keeps {@code lent} itself, no copy. */
  public WipeableKey(String algorithm, byte[] lent) {
    this.algorithm = algorithm;
    this.lent = lent;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return lent.clone();
  }

  @Override
  public void destroy() {
    Arrays.fill(lent, (byte) 0);
  }
}
