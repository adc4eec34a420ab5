package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.WipeableKey;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What the whole of a file is encrypted with. */
enum OuterCipher {
  AES("31c1f2e6-bf71-4350-be58-05216afc5aff", 16),
  CHACHA20("d6038a2b-8b6f-4cb5-a524-339a31dbb59a", 12),
  TWOFISH("ad68f29f-576f-4bb9-a36a-d47af965346c", 16);

  private final UUID id;
  private final int ivBytes;

  OuterCipher(String id, int ivBytes) {
    this.id = UUID.fromString(id);
    this.ivBytes = ivBytes;
  }

  static OuterCipher of(UUID id) throws KdbxException {
    return Arrays.stream(values())
        .filter(c -> c.id.equals(id))
        .findAny()
        .orElseThrow(() ->
            new KdbxException("its encryption is not known here; AES, ChaCha20 and Twofish are"));
  }

  UUID id() {
    return id;
  }

  int ivBytes() {
    return ivBytes;
  }

  /**
   * Ready to work.
   *
   * @param mode of {@link Cipher}
   * @param key 32 bytes
   */
  Cipher start(int mode, Secret key, byte[] iv) {
    return key.use(bytes -> {
      try {
        Cipher cipher = instance();
        AlgorithmParameterSpec parameters =
            this == CHACHA20 ? new ChaCha20ParameterSpec(iv, 0) : new IvParameterSpec(iv);
        cipher.init(mode, new WipeableKey(name(), bytes), parameters);
        return cipher;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private Cipher instance() throws GeneralSecurityException {
    return switch (this) {
      case AES -> Cipher.getInstance("AES/CBC/PKCS5Padding");
      case CHACHA20 -> Cipher.getInstance("ChaCha20");
      case TWOFISH -> Cipher.getInstance("Twofish/CBC/PKCS5Padding", new BouncyCastleProvider());
    };
  }
}
