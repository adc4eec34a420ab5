package io.keyarbor.probe.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The numbers that MS-NLMP gives as an example, section 4.2.4. */
class NtlmHashTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] CHALLENGE = HEX.parseHex("0123456789abcdef");
  private static final byte[] NONCE = HEX.parseHex("aaaaaaaaaaaaaaaa");

  private static byte[] key() {
    return NtlmHash.key("Domain", "User", "Password");
  }

  @Test
  void aPasswordGivesTheKeyOfTheSpecification() {
    assertEquals("0c868a403bfd7a93a3001ef22ef02e3f", HEX.formatHex(key()));
  }

  @Test
  void theProofIsTheOneOfTheSpecification() {
    byte[] pairs =
        HEX.parseHex(
            "02000c0044006f006d00610069006e00" + "01000c00530065007200760065007200" + "00000000");
    byte[] response = Messages.response(key(), CHALLENGE, Messages.temp(new byte[8], NONCE, pairs));
    assertEquals("68cd0ab851e51c96aabc927bebef6a1c", HEX.formatHex(Arrays.copyOf(response, 16)));
  }

  @Test
  void theShortProofIsTheOneOfTheSpecification() {
    assertArrayEquals(
        HEX.parseHex("86c35097ac9cec102554764a57cccc19" + "aaaaaaaaaaaaaaaa"),
        Messages.response(key(), CHALLENGE, NONCE));
  }
}
