package io.keyarbor.crypto.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.tls.FreshKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as the real programs make them, and what only looks like one. */
class KeyMaterialTest {
  /** RFC 8410 section 10.3 prints this key for all to see. */
  private static final String PRINTED =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String OPENSSH = FreshKey.like("OPENSSH PRIVATE KEY");

  @TempDir Path folder;

  private static KeyMaterial read(String text) {
    try (Secret secret = Secret.take(text.getBytes(StandardCharsets.UTF_8))) {
      return KeyMaterial.of(secret);
    }
  }

  private KeyMaterial read(Path file) throws IOException {
    return read(Files.readString(file));
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }

  private void make(String type, int bits, String form, String phrase) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/ssh-keygen", "-q", "-t", type, "-N", phrase));
    command.addAll(List.of("-C", "ci@build Nº 1", "-f", "key"));
    if (bits > 0) {
      command.addAll(List.of("-b", Integer.toString(bits)));
    }
    if (!form.equals("OPENSSH")) {
      command.addAll(List.of("-m", form));
    }
    run(command.toArray(String[]::new));
  }

  @ParameterizedTest
  @RequiresProgram("ssh-keygen")
  @CsvSource({
    "ed25519, 0, OPENSSH",
    "rsa, 2048, OPENSSH",
    "rsa, 2048, PEM",
    "rsa, 2048, PKCS8",
    "ecdsa, 256, OPENSSH",
    "ecdsa, 384, PEM",
    "ecdsa, 521, PKCS8",
    "dsa, 0, OPENSSH",
    "dsa, 0, PEM",
    "dsa, 0, PKCS8"
  })
  void tellsWhatSshKeygenTells(String type, int bits, String form) throws Exception {
    make(type, bits, form, "");
    PrivateKeyFacts key = read(folder.resolve("key")).key().orElseThrow();
    // bits SHA256:... comment (KIND)
    String told = run("/usr/bin/ssh-keygen", "-l", "-f", "key.pub");
    String comment = form.equals("OPENSSH") ? "ci@build Nº 1" : "";
    assertEquals(
        told.replace("ci@build Nº 1", comment),
        "%d %s %s (%s)"
            .formatted(key.bits(), key.fingerprint().orElseThrow(), comment, key.kind()));
    assertEquals(comment, key.comment());
    assertFalse(key.encrypted());
    String pub = Files.readString(folder.resolve("key.pub")).strip();
    assertEquals(
        comment.isEmpty() ? pub.replace(" ci@build Nº 1", "") : pub, key.publicKey().orElseThrow());
  }

  @Test
  @RequiresProgram("ssh-keygen")
  void ofAnEncryptedKeyTellsWhatLiesOpen() throws Exception {
    make("ed25519", 0, "OPENSSH", "visibly fake");
    PrivateKeyFacts key = read(folder.resolve("key")).key().orElseThrow();
    assertTrue(key.encrypted());
    assertEquals("", key.comment());
    assertEquals(
        run("/usr/bin/ssh-keygen", "-l", "-f", "key.pub").split(" ", -1)[1],
        key.fingerprint().orElseThrow());
  }

  @ParameterizedTest
  @RequiresProgram("ssh-keygen")
  @CsvSource({"PEM, RSA", "PKCS8, ''"})
  void ofOneThatIsAllEncryptedTellsJustThat(String form, String kind) throws Exception {
    make("rsa", 2048, form, "visibly fake");
    assertEquals(
        Optional.of(PrivateKeyFacts.withoutPublicHalf(kind, 0, true)),
        read(folder.resolve("key")).key());
  }

  @Test
  @RequiresProgram("openssl")
  void readsEd25519AndAllCurvesOfOpenssl() throws Exception {
    assertEquals("ED25519", read(PRINTED).key().orElseThrow().kind());
    run("/usr/bin/openssl", "ecparam", "-name", "secp256k1", "-genkey", "-out", "key");
    assertEquals(
        PrivateKeyFacts.withoutPublicHalf("EC", 256, false),
        read(folder.resolve("key")).key().orElseThrow());
    run(
        "/usr/bin/openssl",
        "ecparam",
        "-name",
        "prime256v1",
        "-param_enc",
        "explicit",
        "-genkey",
        "-out",
        "key");
    assertEquals(
        PrivateKeyFacts.withoutPublicHalf("EC", 0, false),
        read(folder.resolve("key")).key().orElseThrow());
  }

  @Test
  @RequiresProgram("openssl")
  void readsACertificateBesideItsKey() throws Exception {
    run(
        "/usr/bin/openssl",
        "req",
        "-x509",
        "-newkey",
        "ed25519",
        "-nodes",
        "-subj",
        "/O=Example/CN=ci",
        "-days",
        "30",
        "-keyout",
        "key",
        "-out",
        "cert");
    KeyMaterial both =
        read(Files.readString(folder.resolve("cert")) + Files.readString(folder.resolve("key")));
    assertEquals("ED25519", both.key().orElseThrow().kind());
    CertificateFacts certificate = both.certificates().getFirst();
    assertEquals("CN=ci,O=Example", certificate.subject());
    assertTrue(certificate.notAfter().isAfter(Instant.now().plus(Duration.ofDays(29))));
    assertEquals(
        run("/usr/bin/openssl", "x509", "-in", "cert", "-noout", "-fingerprint", "-sha256")
            .split("=", -1)[1],
        certificate.sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a key",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END X-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA/////w==\n-----END X-----",
        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----"
      })
  void whatIsNoneTellsNothing(String text) {
    assertTrue(read(text).isEmpty());
  }

  @Test
  void aTextWithoutEndIsNotLookedInto() {
    assertTrue(read(PRINTED + "x".repeat(1 << 17)).isEmpty());
    assertFalse(read("x".repeat(1 << 16) + PRINTED).isEmpty());
  }

  @Test
  void onlyTheFirstBlocksOfATextAreLookedInto() {
    String unreadable = "-----BEGIN X-----\n!!!!\n-----END X-----\n";
    assertFalse(read(unreadable.repeat(31) + PRINTED).isEmpty());
    assertTrue(read(unreadable.repeat(32) + PRINTED).isEmpty());
  }

  /** Tiny groups, so that only the check tells them apart and no test waits for a slow power. */
  @ParameterizedTest
  @CsvSource({
    "23, 11, 2, 3, true",
    "23, 11, 2, 707, false",
    "23, 11, 2, -3, false",
    "23, 704, 2, 3, false",
    "22, 5, 3, 2, false",
    "-23, 11, 2, 3, false"
  })
  void noPowerIsTakenThatCouldCostSeconds(long p, long q, long g, long x, boolean read)
      throws IOException {
    var key =
        new PrivateKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_dsa,
                new DSAParameter(
                    BigInteger.valueOf(p), BigInteger.valueOf(q), BigInteger.valueOf(g))),
            new ASN1Integer(x));
    String digits = Base64.getEncoder().encodeToString(key.getEncoded());
    String text = "-----BEGIN PRIVATE KEY-----\n" + digits + "\n-----END PRIVATE KEY-----\n";

    assertEquals(read, read(text).key().flatMap(PrivateKeyFacts::publicKey).isPresent());
  }

  @Property(tries = 500)
  void aKeyWithAnyByteChangedBreaksNothing(
      @ForAll boolean printed, @ForAll @IntRange(max = 5000) int at, @ForAll byte value) {
    byte[] text = (printed ? PRINTED : OPENSSH).getBytes(StandardCharsets.US_ASCII);
    text[at % text.length] = value;
    try (Secret secret = Secret.take(text)) {
      KeyMaterial.of(secret).key().ifPresent(key -> assertTrue(key.bits() >= 0));
    }
  }
}
