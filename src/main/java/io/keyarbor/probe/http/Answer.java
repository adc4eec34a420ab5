package io.keyarbor.probe.http;

import io.keyarbor.probe.tls.ServerTrust.Refusal;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one request: an answer, an error, or both, as with a redirect.
 *
 * @param step the request's step
 * @param authority the host that was asked, with its port if not the usual one
 * @param status 0 if there was no answer
 * @param body at most the limit, as UTF-8; empty if there was none
 * @param errorClass {@code dns}, {@code pkix} and so on; empty if all went well
 * @param refusal the certificate that was not trusted
 * @param sentToken the bearer token that the request carried, for what it says of itself; may be
 *     empty
 */
public record Answer(
    String step,
    String authority,
    int status,
    HttpHeaders headers,
    String body,
    String errorClass,
    Optional<Refusal> refusal,
    String sentToken) {

  /** An error without an answer. */
  static Answer failed(Call call, String authority, String errorClass, Optional<Refusal> refusal) {
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    return new Answer(call.step(), authority, 0, none, "", errorClass, refusal, "");
  }

  /** An answer that came. */
  static Answer of(
      Call call, String authority, int status, HttpHeaders headers, String body, String error) {
    String authorization = call.headers().getOrDefault("Authorization", "");
    String token =
        authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    return new Answer(
        call.step(), authority, status, headers, body, error, Optional.empty(), token);
  }

  /** Whether the request failed, or is not answered where it was sent. */
  public boolean isError() {
    return !errorClass.isEmpty();
  }

  /** Whether the server ended the handshake because of the client certificate. */
  public boolean refusesCertificate() {
    return errorClass.equals(ErrorClass.CERTIFICATE_REFUSED)
        || errorClass.equals(ErrorClass.CERTIFICATE_EXPIRED);
  }

  /** Whether the status tells of success, and nothing went wrong. */
  public boolean isSuccess() {
    return !isError() && status / 100 == 2;
  }

  /** The header's values, joined by a comma. */
  public Optional<String> header(String name) {
    String joined = String.join(", ", headers.allValues(name));
    return headers.firstValue(name).map(first -> joined);
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "Answer[" + step + ", " + status + errorClass + "]";
  }
}
