package io.keyarbor.probe.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of one login with SCRAM-SHA-256 (RFC 5802, RFC 7677). */
final class ScramSha256 {
  private static final int ITERATIONS = 4096;

  private final byte[] salted;
  private final byte[] salt = new byte[16];
  private String transcript;
  private String nonce;

  ScramSha256(String password) throws GeneralSecurityException {
    new SecureRandom().nextBytes(salt);
    salted =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256))
            .getEncoded();
  }

  /** The user that the client's first message names. */
  static String user(String first) {
    return first.replaceAll("^n,,n=([^,]*),.*$", "$1");
  }

  /** Answers the client's first message. */
  String challenge(String first) {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    nonce = first.replaceAll("^.*,r=", "") + Base64.getEncoder().encodeToString(random);
    String answer =
        "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ITERATIONS;
    transcript = first.substring("n,,".length()) + "," + answer;
    return answer;
  }

  /** Answers the client's last message with a proof, or null if the client has none. */
  String verify(String last) throws GeneralSecurityException {
    int proof = last.lastIndexOf(",p=");
    if (!last.startsWith("c=biws,r=" + nonce + ",p=")) {
      return null;
    }
    byte[] message = bytes(transcript + "," + last.substring(0, proof));
    byte[] clientKey = Base64.getDecoder().decode(last.substring(proof + ",p=".length()));
    byte[] storedKey = sha256(hmac(salted, bytes("Client Key")));
    byte[] signature = hmac(storedKey, message);
    for (int i = 0; i < clientKey.length; i++) {
      clientKey[i] ^= signature[i];
    }
    return MessageDigest.isEqual(storedKey, sha256(clientKey))
        ? "v="
            + Base64.getEncoder().encodeToString(hmac(hmac(salted, bytes("Server Key")), message))
        : null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(bytes);
  }
}
