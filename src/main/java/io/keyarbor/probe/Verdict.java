package io.keyarbor.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one connection test. Holds no secret and nothing of an answer but what the template
 * names.
 *
 * @param detail a sentence for a person: what was seen and what to do
 * @param at when the test ended
 * @param took from the first connection to the last answer; zero if nothing was sent
 * @param identity who or what the secret is for, in the template's order, e.g. {@code Version ->
 *     2.42.0}
 * @param scopes what it may do, as far as the service tells
 * @param models AI models it may use, as far as the service tells
 * @param certificate the server's certificate where it was not trusted, so that a person may pin it
 */
public record Verdict(
    Reason reason,
    String detail,
    Instant at,
    Duration took,
    Map<String, String> identity,
    List<String> scopes,
    Expiry expiry,
    List<String> models,
    Optional<ServerCertificate> certificate) {

  /** Is the secret right? */
  public Outcome outcome() {
    return reason.outcome();
  }
}
