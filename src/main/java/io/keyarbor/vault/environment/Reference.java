package io.keyarbor.vault.environment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a value in a vault: {@code keyarbor://NAME/FIELD}, or {@code keyarbor://NAME} for the
 * credential's main secret. Characters that would end a part are percent-encoded as in RFC 3986, in
 * UTF-8. Holds no secret, so it may stand in files that everyone reads.
 *
 * @param credential its name
 * @param field a field, or a variable that the service's template makes of its fields; empty for
 *     the main secret
 */
public record Reference(String credential, Optional<String> field) {
  /** What each reference starts with. */
  public static final String SCHEME = "keyarbor://";

  private static final String PLAIN = "-._~";

  /** Whether {@code text} means to be a reference. */
  public static boolean isReference(String text) {
    return text.startsWith(SCHEME);
  }

  /**
   * Reads one. Spaces and letters of any language need no encoding here.
   *
   * @throws EnvironmentFault with what is wrong
   */
  public static Reference parse(String text) {
    if (!isReference(text)) {
      throw fault(text, "it does not start with " + SCHEME);
    }
    String path = text.substring(SCHEME.length());
    int slash = path.indexOf('/');
    String name = decoded(text, slash < 0 ? path : path.substring(0, slash));
    if (name.isBlank()) {
      throw fault(text, "the name of a credential is missing after " + SCHEME);
    }
    if (slash < 0) {
      return new Reference(name, Optional.empty());
    }
    String field = path.substring(slash + 1);
    if (field.indexOf('/') >= 0) {
      throw fault(text, "there is a second /; write a / that belongs to a name as %2F");
    }
    if (field.isBlank()) {
      throw fault(text, "a field is missing after the /");
    }
    return new Reference(name, Optional.of(decoded(text, field)));
  }

  private static String decoded(String whole, String part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < part.length()) {
      int c = part.codePointAt(at);
      if (Character.isISOControl(c)) {
        throw fault(whole, "it holds a control character");
      }
      if (c == '%') {
        bytes.write(octet(whole, part, at));
        at += 3;
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw fault(whole, "what is percent-encoded is not UTF-8");
    }
  }

  private static int octet(String whole, String part, int at) {
    if (at + 3 > part.length()
        || !HexFormat.isHexDigit(part.charAt(at + 1))
        || !HexFormat.isHexDigit(part.charAt(at + 2))) {
      throw fault(whole, "a % needs two hexadecimal digits after it; write a % as %25");
    }
    return HexFormat.fromHexDigits(part, at + 1, at + 3);
  }

  private static EnvironmentFault fault(String text, String why) {
    return EnvironmentFault.unfit(
        "“"
            + Shown.of(text)
            + "” is no reference: "
            + why
            + ". One looks like "
            + SCHEME
            + "NAME/FIELD.");
  }

  /** As it can be written anywhere: ASCII without spaces or quotes. */
  @Override
  public String toString() {
    return SCHEME + encoded(credential) + field.map(f -> "/" + encoded(f)).orElse("");
  }

  private static String encoded(String part) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      if (isBare(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HexFormat.of().toHexDigits(b).toUpperCase(Locale.ROOT));
      }
    }
    return encoded.toString();
  }

  /** Whether a byte of a name stands for itself: the unreserved characters of RFC 3986. */
  static boolean isBare(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }
}
