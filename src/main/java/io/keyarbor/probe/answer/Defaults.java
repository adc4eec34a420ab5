package io.keyarbor.probe.answer;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.http.Answer;

/** What an answer means where the template has no rule for it. */
final class Defaults {
  private Defaults() {}

  static Reason reason(Answer answer) {
    return switch (answer.errorClass()) {
      case "dns",
          "connect_refused",
          "connect_timeout",
          "read_timeout",
          "no_socket",
          "permission_denied" ->
          Reason.UNREACHABLE;
      case "pkix", "hostname_mismatch", "handshake", "pin_mismatch" -> Reason.TLS_UNTRUSTED;
      case "client_certificate_refused" -> Reason.BAD_CREDENTIAL;
      case "client_certificate_expired" -> Reason.EXPIRED;
      case "" ->
          switch (answer.status()) {
            case 429 -> Reason.RATE_LIMITED;
            case 500, 502, 503, 504 -> Reason.SERVER_UNAVAILABLE;
            case 404, 405 -> Reason.WRONG_ENDPOINT;
            default -> Reason.INDETERMINATE;
          };
      default -> Reason.INDETERMINATE;
    };
  }
}
