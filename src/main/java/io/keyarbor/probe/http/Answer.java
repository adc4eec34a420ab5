package io.keyarbor.probe.http;

import io.keyarbor.probe.tls.ServerTrust.Refusal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of one request: an answer, an error, or both, as with a redirect.
 *
 * @param step the request's step
 * @param authority the host that was asked, with its port if not the usual one
 * @param status 0 if there was no answer over HTTP
 * @param code what a protocol that is not HTTP says, e.g. an SQL state; empty over HTTP
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
    String code,
    HttpHeaders headers,
    String body,
    String errorClass,
    Optional<Refusal> refusal,
    String sentToken) {
  private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 307, 308);
  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  /** An error without an answer. */
  public static Answer failed(Call call, String errorClass, Optional<Refusal> refusal) {
    return new Answer(call.step(), call.authority(), 0, "", NONE, "", errorClass, refusal, "");
  }

  /** What was said in a protocol that is not HTTP. */
  public static Answer told(Call call, String code, String body) {
    return new Answer(call.step(), call.authority(), 0, code, NONE, body, "", Optional.empty(), "");
  }

  /**
   * An answer that came. One that points elsewhere is an error, since a test never follows.
   *
   * @param body null if there was more than a test reads
   */
  public static Answer received(Call call, int status, HttpHeaders headers, byte[] body) {
    String authorization = call.headers().getOrDefault("Authorization", "");
    String token =
        authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    boolean redirects = REDIRECTS.contains(status) && headers.firstValue("Location").isPresent();
    return new Answer(
        call.step(),
        call.authority(),
        status,
        "",
        headers,
        body == null ? "" : new String(body, StandardCharsets.UTF_8),
        redirects ? "redirect" : body == null ? "too_large" : "",
        Optional.empty(),
        token);
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

  /**
   * Whether {@code code} is the protocol's code of this answer; {@code 49} stands for {@code
   * 49/532} too.
   */
  public boolean hasCode(String wanted) {
    return !code.isEmpty() && (code.equals(wanted) || code.startsWith(wanted + "/"));
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
