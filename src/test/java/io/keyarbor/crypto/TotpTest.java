package io.keyarbor.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  /** The keys of RFC 6238, appendix B: 12345678901234567890 and so on, in Base32. */
  private static final String SHA1 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private static final String SHA256 = SHA1 + "GEZDGNBVGY3TQOJQGEZA";
  private static final String SHA512 = SHA1.repeat(3) + "GEZDGNA";

  private static String code(String key, long second) {
    try (Secret text = Secret.take(key.getBytes(StandardCharsets.UTF_8));
        Secret code = Totp.read(text).code(Instant.ofEpochSecond(second))) {
      return code.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "59, 94287082, 46119246, 90693936",
    "1111111109, 07081804, 68084774, 25091201",
    "1234567890, 89005924, 91819424, 93441116",
    "2000000000, 69279037, 90698825, 38618901",
    "20000000000, 65353130, 77737706, 47863826"
  })
  void theVectorsOfTheStandard(long second, String sha1, String sha256, String sha512) {
    String address = "otpauth://totp/x?digits=8&algorithm=%s&secret=%s";
    assertEquals(sha1, code(address.formatted("SHA1", SHA1), second));
    assertEquals(sha256, code(address.formatted("SHA256", SHA256), second));
    assertEquals(sha512, code(address.formatted("sha512", SHA512), second));
    assertEquals(sha1.substring(2), code(SHA1, second));
    assertEquals(sha1.substring(2), code("gezd gnbv gy3t qojq gezd gnbv gy3t qojq====", second));
    assertEquals(sha1.substring(2), code("otpauth://totp/x?secret=" + SHA1 + "%3D%3d", second));
    assertEquals(sha1.substring(1), code("otpauth://totp/x?digits=7&secret=" + SHA1, second));
  }

  @Test
  void theAddressOfABareKeyMakesTheSameCodes() {
    try (Secret bare = secret("gezd gnbv-" + SHA1.substring(8) + "==");
        Secret address = Totp.address(bare)) {
      assertEquals(
          "otpauth://totp/?secret=" + "gezdgnbv" + SHA1.substring(8),
          address.<String, RuntimeException>useChars(String::new));
      assertTrue(Totp.isAddress(address));
      assertFalse(Totp.isAddress(bare));
      assertEquals(Optional.empty(), Totp.fault(address));
      assertEquals(Optional.of("it is too short"), Totp.fault(secret("MZXW")));
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 0, 30", "30, 29, 1", "30, 30, 30", "60, 59, 1", "30, -1, 1"})
  void aCodeHoldsUntilTheNextStep(int period, long second, int left) {
    assertEquals(left, Totp.secondsLeft(period, Instant.ofEpochSecond(second)));
  }

  private static Secret secret(String text) {
    return Secret.take(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base32!",
        "MZXW",
        "otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ",
        "otpauth://totp/x",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=30",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=0",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=six",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=-30",
        "otpauth://totp/x?secret=GEZDGNBV%GY3TQOJQ"
      })
  void whatIsNoKeyIsRefused(String key) {
    assertThrows(IllegalArgumentException.class, () -> code(key, 0));
  }
}
