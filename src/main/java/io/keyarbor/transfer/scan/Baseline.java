package io.keyarbor.transfer.scan;

import io.keyarbor.platform.PrivateFile;
import io.keyarbor.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hits that a team knows of and has judged, as a file that may be shared. It holds fingerprints:
 * PBKDF2-HMAC-SHA256 under the file's own salt, of which 8 hexadecimal digits are kept, so that
 * even of a weak password it tells next to nothing. A hit counts as known in its own file only.
 */
public final class Baseline {
  private static final int ROUNDS = 10_000;
  private static final int BITS = 32;
  private static final int LARGEST = 16 << 20;

  private final byte[] salt;
  private final Set<String> known = new HashSet<>();

  private Baseline(byte[] salt) {
    this.salt = salt.clone();
  }

  /** One that knows nothing, with a new salt. */
  public static Baseline fresh() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new Baseline(salt);
  }

  /**
   * Reads a file.
   *
   * @throws TransferException if it is no baseline
   */
  public static Baseline read(Path file) throws TransferException, IOException {
    if (Files.size(file) > LARGEST) {
      throw broken(file);
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
      if (root.path("keyarbor_baseline").asInt(0) != 1) {
        throw broken(file);
      }
      Baseline baseline = new Baseline(HexFormat.of().parseHex(root.path("salt").asString("")));
      root.path("known").valueStream().forEach(k -> baseline.known.add(k.asString("")));
      return baseline;
    } catch (JacksonException | IllegalArgumentException e) {
      throw broken(file);
    }
  }

  private static TransferException broken(Path file) {
    return new TransferException(
        file + " is no baseline of this version. Write a new one with --write-baseline.");
  }

  /** Whether it was known when the baseline was written. */
  public boolean knows(Hit hit) {
    return known.contains(line(hit));
  }

  /** Takes them in. */
  public void add(Collection<Hit> hits) {
    hits.forEach(hit -> known.add(line(hit)));
  }

  /** Writes it. */
  public void write(Path file) throws IOException {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("keyarbor_baseline", 1).put("salt", HexFormat.of().formatHex(salt));
    var list = root.putArray("known");
    new TreeSet<>(known).forEach(list::add);
    PrivateFile.write(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private String line(Hit hit) {
    return hit.secret()
        .useChars(chars -> {
          PBEKeySpec spec = new PBEKeySpec(chars, salt, ROUNDS, BITS);
          try {
            byte[] print =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return HexFormat.of().formatHex(print) + " " + hit.rule().id() + " " + hit.path();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          } finally {
            spec.clearPassword();
          }
        });
  }
}
