package io.keyarbor.transfer.detect;

import io.keyarbor.crypto.Secret;

/** A secret as it may be shown: enough to tell it from others, too little to use. */
public final class Masked {
  private static final int SHOWN = 4;

  /** Of a shorter secret nothing is shown. */
  private static final int LONG_ENOUGH = 20;

  private static final String DOTS = "••••••";

  private Masked() {}

  /** Its first characters if it is long, and dots. */
  public static String of(Secret secret) {
    return secret.use(Masked::of);
  }

  /** The same of lent bytes. */
  public static String of(byte[] secret) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; secret.length >= LONG_ENOUGH && i < SHOWN; i++) {
      boolean printable = secret[i] > ' ' && secret[i] < 127;
      shown.append(printable ? (char) secret[i] : '•');
    }
    return shown + DOTS;
  }
}
