package io.keyarbor.ui.tray;

import static io.keyarbor.vault.TestVaults.secret;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.VaultException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tray copies codes where the window makes them, and never the key behind. */
class FieldCopyTest {
  /** The first moment and the key of the examples in RFC 6238. */
  private static final Instant MOMENT = Instant.ofEpochSecond(59);

  @ParameterizedTest
  @CsvSource({
    "totp, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 287082",
    "OTP, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 287082",
    "seed, otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 287082",
    "password, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
  })
  void aKeyForCodesIsCopiedAsItsCode(String field, String kept, String copied) {
    try (Secret expected = secret(copied);
        Secret found = FieldCopy.copied(field, secret(kept), MOMENT)) {
      assertTrue(found.sameAs(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({"otp, no key", "seed, otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ"})
  void aKeyThatMakesNoCodeIsNotCopied(String field, String kept) {
    assertThrows(VaultException.Refused.class, () -> FieldCopy.copied(field, secret(kept), MOMENT));
  }
}
