package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** How a file makes a key of its password, slowly; its cost is within the limits. */
sealed interface Kdf {
  UUID AES = UUID.fromString("c9d9f39a-628a-4460-bf74-0d08c18a4fea");

  /** The same derivation, under the name that KeePassXC gives it in KDBX 4. */
  UUID AES_KDBX4 = UUID.fromString("7c02bb82-79a7-4ac0-927d-114a00648238");

  UUID ARGON2D = UUID.fromString("ef636ddf-8c29-444b-91f7-a9a403e30a0c");
  UUID ARGON2ID = UUID.fromString("9e298b19-56db-4773-b23d-fc3ec6f0a1e6");

  /** Derives 32 bytes of as many. */
  Secret derive(Secret key) throws KdbxException;

  static Kdf of(VariantDictionary parameters, Limits limits) throws KdbxException {
    UUID id =
        parameters
            .bytes("$UUID")
            .filter(b -> b.length == 2 * Long.BYTES)
            .map(Header::uuid)
            .orElseThrow(() -> KdbxException.damaged("its header"));
    if (id.equals(AES) || id.equals(AES_KDBX4)) {
      byte[] seed = parameters.bytes("S").orElse(new byte[0]);
      return Aes.of(parameters.number("R"), seed, limits);
    }
    if (id.equals(ARGON2D) || id.equals(ARGON2ID)) {
      return Argon.of(id, parameters, limits);
    }
    throw new KdbxException(
        "its key derivation is not known here; AES-KDF, Argon2d and Argon2id are");
  }

  /** AES over and over. */
  final class Aes implements Kdf {
    private static final int BLOCK = 16;
    private static final int BLOCKS_AT_ONCE = 4096;

    private final long rounds;
    private final byte[] seed;

    private Aes(long rounds, byte[] seed) {
      this.rounds = rounds;
      this.seed = seed;
    }

    static Aes of(long rounds, byte[] seed, Limits limits) throws KdbxException {
      if (seed.length != 2 * BLOCK) {
        throw KdbxException.damaged("its header");
      }
      if (rounds < 0 || rounds > limits.aesRounds()) {
        throw new KdbxException(
            "its key derivation asks for "
                + Long.toUnsignedString(rounds)
                + " rounds; at most "
                + limits.aesRounds()
                + " are done, so save it with fewer");
      }
      return new Aes(rounds, seed);
    }

    @Override
    public Secret derive(Secret key) {
      return key.use(bytes -> {
        for (int half = 0; half < bytes.length; half += BLOCK) {
          encrypt(bytes, half);
        }
        return Secret.take(Hashes.sha256(bytes));
      });
    }

    /** CBC over zeros is a block encrypted over and over; the platform does that at full speed. */
    private void encrypt(byte[] bytes, int at) {
      byte[] chain = new byte[BLOCKS_AT_ONCE * BLOCK];
      byte[] zeros = new byte[chain.length];
      try {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
            Cipher.ENCRYPT_MODE,
            new SecretKeySpec(seed, "AES"),
            new IvParameterSpec(bytes, at, BLOCK));
        for (long left = rounds; left > 0; left -= BLOCKS_AT_ONCE) {
          int length = (int) Math.min(left, BLOCKS_AT_ONCE) * BLOCK;
          cipher.update(zeros, 0, length, chain);
          System.arraycopy(chain, length - BLOCK, bytes, at, BLOCK);
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      } finally {
        Arrays.fill(chain, (byte) 0);
      }
    }
  }

  /** Argon2d or Argon2id. */
  record Argon(UUID id, Argon2Parameters parameters) implements Kdf {
    private static final int MOST_LANES = 256;
    private static final int KEY_BYTES = 32;

    static Argon of(UUID id, VariantDictionary given, Limits limits) throws KdbxException {
      long kib = given.number("M") / 1024;
      long passes = given.number("I");
      long lanes = given.number("P");
      long version = given.number("V");
      byte[] salt = given.bytes("S").orElse(new byte[0]);
      if (passes < 1 || lanes < 1 || kib < 8 * lanes || salt.length < 8) {
        throw KdbxException.damaged("its header");
      }
      if (kib > limits.argonKib() || passes > limits.argonWork() / kib || lanes > MOST_LANES) {
        throw new KdbxException(
            "its key derivation asks for "
                + kib / 1024
                + " MiB of memory, "
                + passes
                + " times over, in "
                + lanes
                + " lanes; that is more than is given, so save it with less");
      }
      if (version != Argon2Parameters.ARGON2_VERSION_10
          && version != Argon2Parameters.ARGON2_VERSION_13) {
        throw new KdbxException("its version of Argon2 is not known here");
      }
      return new Argon(
          id,
          builder(id, salt)
              .withVersion((int) version)
              .withMemoryAsKB((int) kib)
              .withIterations((int) passes)
              .withParallelism((int) lanes)
              .withSecret(given.bytes("K").orElse(null))
              .withAdditional(given.bytes("A").orElse(null))
              .build());
    }

    /** Argon2id of that cost. */
    static Argon of(KdfCost cost, byte[] salt) {
      return new Argon(
          ARGON2ID,
          builder(ARGON2ID, salt)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib())
              .withIterations(cost.passes())
              .withParallelism(cost.lanes())
              .build());
    }

    private static Argon2Parameters.Builder builder(UUID id, byte[] salt) {
      return new Argon2Parameters.Builder(
              id.equals(ARGON2D) ? Argon2Parameters.ARGON2_d : Argon2Parameters.ARGON2_id)
          .withSalt(salt);
    }

    /** As the header of a file tells it. */
    VariantDictionary write() {
      return new VariantDictionary()
          .put("$UUID", id)
          .put("S", parameters.getSalt())
          .put("P", parameters.getLanes())
          .put("M", parameters.getMemory() * 1024L)
          .put("I", (long) parameters.getIterations())
          .put("V", parameters.getVersion());
    }

    @Override
    public Secret derive(Secret key) throws KdbxException {
      if (parameters.getMemory() >= Runtime.getRuntime().maxMemory() / 1024) {
        throw notEnoughMemory();
      }
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(parameters);
      byte[] derived = new byte[KEY_BYTES];
      try {
        key.use(bytes -> generator.generateBytes(bytes, derived));
      } catch (OutOfMemoryError e) {
        throw notEnoughMemory();
      }
      return Secret.take(derived);
    }

    private KdbxException notEnoughMemory() {
      return new KdbxException(
          "deriving its key needs "
              + parameters.getMemory() / 1024
              + " MiB of memory, more than this program may use; save it with less");
    }
  }
}
