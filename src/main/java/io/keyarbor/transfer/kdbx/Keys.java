package io.keyarbor.transfer.kdbx;

import java.util.Set;

/**
 * Names of an entry's values. What KDBX has no place for is kept under names of our own, so that
 * nothing is lost on the way there and back.
 */
final class Keys {
  static final String TITLE = "Title";
  static final String USER = "UserName";
  static final String PASSWORD = "Password";
  static final String URL = "URL";
  static final String NOTES = "Notes";

  /** A one-time code's {@code otpauth} address, as KeePassXC has it. */
  static final String OTP = "otp";

  /** What the names of our own begin with. */
  static final String OWN = "Keyarbor";

  /** The service template. */
  static final String SERVICE = OWN + "Service";

  /** Which field {@link #PASSWORD} is; without it, one called password. */
  static final String PASSWORD_FIELD = OWN + "PasswordField";

  /** There where the credential is a favourite. */
  static final String FAVOURITE = OWN + "Favourite";

  /** There where tags hold what KDBX separates tags by, and are percent-encoded. */
  static final String TAGS = OWN + "Tags";

  /** Before the name of a field that would be taken for another value, or that is no text. */
  static final String FIELD = OWN + "Field:";

  static final String OTP_SCHEME = "otpauth://";

  private static final Set<String> STANDARD = Set.of(TITLE, USER, PASSWORD, URL, NOTES, OTP);

  private Keys() {}

  /** Whether a field of that name can be told by {@link #PASSWORD_FIELD}. */
  static boolean mayStandForPassword(String name) {
    return !isReserved(name) && !name.equals("totp") && XmlText.replaced(name).equals(name);
  }

  /** Whether a field of that name needs {@link #FIELD} before it. */
  static boolean isReserved(String name) {
    return name.isEmpty() || name.startsWith(OWN) || STANDARD.contains(name);
  }
}
