package io.keyarbor.probe.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;

/** The computations of NTLM version 2 (MS-NLMP, section 3.3.2). */
final class NtlmHash {
  private NtlmHash() {}

  /** The key that a password gives: {@code NTOWFv2}. */
  static byte[] key(String domain, String username, String password) {
    byte[] text = utf16(password);
    byte[] hash = new byte[16];
    MD4Digest md4 = new MD4Digest();
    md4.update(text, 0, text.length);
    md4.doFinal(hash, 0);
    byte[] key = hmac(hash, utf16(username.toUpperCase(Locale.ROOT) + domain));
    Arrays.fill(text, (byte) 0);
    Arrays.fill(hash, (byte) 0);
    return key;
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(key, "HmacMD5"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform has HMAC", e);
    }
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
