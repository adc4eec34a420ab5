package io.keyarbor.probe.text;

/** Blocks of a PEM text (RFC 7468), as they stand. */
final class PemText {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  private PemText() {}

  /**
   * All certificates, or the first private key; empty if there is none.
   *
   * @param kind {@code certificate} or {@code key}
   */
  static String blocks(String pem, String kind) {
    boolean key = kind.equals("key");
    StringBuilder found = new StringBuilder();
    for (int at = pem.indexOf(BEGIN); at >= 0; at = pem.indexOf(BEGIN, at + BEGIN.length())) {
      int labelEnd = pem.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0 || labelEnd - at > BEGIN.length() + 64) {
        continue;
      }
      String label = pem.substring(at + BEGIN.length(), labelEnd);
      boolean wanted = key ? label.endsWith("PRIVATE KEY") : label.equals("CERTIFICATE");
      String end = "-----END " + label + DASHES;
      int close = wanted ? pem.indexOf(end, labelEnd) : -1;
      if (close >= 0) {
        found.append(pem, at, close + end.length()).append('\n');
        if (key) {
          break;
        }
        at = close;
      } else if (wanted) {
        // What is not closed here is closed nowhere.
        break;
      }
    }
    return found.toString();
  }
}
