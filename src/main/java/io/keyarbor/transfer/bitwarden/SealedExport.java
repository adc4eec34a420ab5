package io.keyarbor.transfer.bitwarden;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.Hkdf;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.WipeableKey;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.Node;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;

/**
 * An export that is sealed with a password of its own: a key made of the password by PBKDF2 or
 * Argon2id is stretched by HKDF to one for AES-256-CBC and one for HMAC-SHA256 (type 2 of its
 * sealed texts). Facts: Bitwarden's security white paper and its help page on encrypted exports.
 *
 * @param file for messages
 */
record SealedExport(String file, Node root) {
  private static final int PBKDF2 = 0;
  private static final int ARGON2ID = 1;

  /** Ten times what Bitwarden lets a person choose would take minutes: no file may ask for more. */
  private static final int MOST_ITERATIONS = 5_000_000;

  private static final int MOST_ARGON2_MIB = 1024;

  /**
   * The JSON text within, for the caller to wipe.
   *
   * @throws TransferException if the password is wrong, or the file damaged
   */
  byte[] open(Secret password) throws TransferException {
    try (Secret key = derive(password);
        Secret encryption = new Hkdf().expand(key, ascii("enc"), 32);
        Secret authentication = new Hkdf().expand(key, ascii("mac"), 32)) {
      byte[] known = decrypt(root.at("encKeyValidation_DO_NOT_EDIT"), encryption, authentication);
      if (known == null) {
        throw TransferException.wrongPassword(
            "The password of " + file + " is not right, or its start was changed. Try again.");
      }
      Arrays.fill(known, (byte) 0);
      byte[] text = decrypt(root.at("data"), encryption, authentication);
      if (text == null) {
        throw damaged();
      }
      return text;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged();
    } catch (Argon2.NotEnoughMemory e) {
      throw new TransferException(file + ": " + e.getMessage() + ", more than there is here.");
    }
  }

  private TransferException damaged() {
    return new TransferException(
        file + " is damaged or cut off. Nothing was taken from it; export it again.");
  }

  private Secret derive(Secret password) throws GeneralSecurityException, TransferException {
    byte[] salt = ascii(root.at("salt").text());
    int iterations = root.at("kdfIterations").number(0);
    return switch (root.at("kdfType").number(-1)) {
      case PBKDF2 -> {
        check(iterations >= 1 && iterations <= MOST_ITERATIONS && salt.length > 0);
        yield pbkdf2(password, salt, iterations);
      }
      case ARGON2ID -> {
        int mib = root.at("kdfMemory").number(0);
        check(mib >= 1 && mib <= MOST_ARGON2_MIB && iterations >= 1 && iterations <= 64);
        int lanes = root.at("kdfParallelism").number(0);
        yield Argon2.derive(password, sha256(salt), new KdfCost(mib * 1024, iterations, lanes));
      }
      default ->
          throw new TransferException(
              file
                  + " makes its key in a way that is not known here. Export it without a password.");
    };
  }

  private void check(boolean isWithinBounds) throws TransferException {
    if (!isWithinBounds) {
      throw new TransferException(
          file
              + " asks for a key derivation out of bounds. Export it again with usual settings of the"
              + " key derivation.");
    }
  }

  private static Secret pbkdf2(Secret password, byte[] salt, int iterations)
      throws GeneralSecurityException {
    return password.<Secret, GeneralSecurityException>useChars(chars -> {
      PBEKeySpec spec = new PBEKeySpec(chars, salt, iterations, 256);
      try {
        return Secret.take(
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
      } finally {
        spec.clearPassword();
      }
    });
  }

  /** The text of a sealed text of type 2; null if its sum is not right. */
  private static byte[] decrypt(Node sealed, Secret encryption, Secret authentication)
      throws GeneralSecurityException {
    String[] parts = sealed.text().split("[.|]", -1);
    if (parts.length != 4 || !parts[0].equals("2")) {
      throw new IllegalArgumentException("not of type 2");
    }
    byte[] iv = Base64.getDecoder().decode(parts[1]);
    byte[] text = Base64.getDecoder().decode(parts[2]);
    byte[] sum = Base64.getDecoder().decode(parts[3]);
    Mac mac = Mac.getInstance("HmacSHA256");
    authentication.<Void, GeneralSecurityException>use(bytes -> {
      mac.init(new WipeableKey("HmacSHA256", bytes));
      return null;
    });
    mac.update(iv);
    if (!MessageDigest.isEqual(mac.doFinal(text), sum)) {
      return null;
    }
    return encryption.<byte[], GeneralSecurityException>use(bytes -> {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.DECRYPT_MODE, new WipeableKey("AES", bytes), new IvParameterSpec(iv));
      return cipher.doFinal(text);
    });
  }

  private static byte[] sha256(byte[] text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
