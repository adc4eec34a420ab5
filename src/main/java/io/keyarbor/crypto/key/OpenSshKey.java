package io.keyarbor.crypto.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The private keys of OpenSSH, as its {@code PROTOCOL.key} describes them: the public half and the
 * name of the cipher lie open, the rest, with the comment, may be encrypted.
 */
final class OpenSshKey {
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_COMMENT = 1024;

  private OpenSshKey() {}

  /**
   * What it tells of itself.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PrivateKeyFacts read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    byte[] magic = new byte[Math.min(MAGIC.length, content.length)];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("it is no key of OpenSSH");
    }
    SshBuffer in = new SshBuffer(bytes);
    boolean encrypted = !in.text().equals("none");
    in.skip();
    in.skip();
    if (in.uint32() != 1) {
      throw new IllegalArgumentException("OpenSSH itself reads one key in a file");
    }
    SshPublicKey key = SshPublicKey.read(in.bytes());
    return PrivateKeyFacts.of(key, encrypted ? "" : comment(in.part()), encrypted);
  }

  /** It stands behind the numbers of the key, which are passed over. */
  private static String comment(SshBuffer in) {
    in.uint32();
    in.uint32();
    String algorithm = in.text();
    int parts =
        switch (algorithm) {
          case "ssh-ed25519", "sk-ssh-ed25519@openssh.com" -> 2;
          case "ssh-dss" -> 5;
          case "ssh-rsa" -> 6;
          default -> 3;
        };
    for (int i = 0; i < parts; i++) {
      in.skip();
    }
    if (algorithm.startsWith("sk-")) {
      in.skipByte();
      in.skip();
      in.skip();
    }
    return shown(in.text());
  }

  /** A comment is another's words: in one line and not without end. */
  private static String shown(String comment) {
    String line = comment.replaceAll("\\p{C}", "").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_COMMENT));
  }
}
