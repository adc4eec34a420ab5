package io.keyarbor.demo.server;

import java.util.Map;
import java.util.Optional;

/**
 * One answer of a pretend service, given to the requests that fit all of its conditions.
 *
 * @param path of the request, without its query
 * @param request what else must fit
 * @param delayMillis how long the answer takes
 */
record Answer(
    String method,
    String path,
    Condition request,
    int status,
    Map<String, String> headers,
    String body,
    int delayMillis) {

  /**
   * What a request must carry.
   *
   * @param headers exact values by name
   * @param basic {@code user:password}, empty if none is asked for
   * @param form exact values of a form post
   * @param query exact values of query parameters
   */
  record Condition(
      Map<String, String> headers,
      String basic,
      Map<String, String> form,
      Map<String, String> query,
      Optional<SigV4Check> sigv4) {}

  /** Whether this answer is for {@code request}. */
  boolean fits(Request request) {
    Condition wanted = this.request;
    return request.method().equals(method)
        && request.path().equals(path)
        && wanted.headers().entrySet().stream()
            .allMatch(h -> request.header(h.getKey()).equals(h.getValue()))
        && (wanted.basic().isEmpty() || request.basic().equals(wanted.basic()))
        && request.form().entrySet().containsAll(wanted.form().entrySet())
        && request.query().entrySet().containsAll(wanted.query().entrySet())
        && wanted.sigv4().stream().allMatch(check -> check.accepts(request));
  }
}
