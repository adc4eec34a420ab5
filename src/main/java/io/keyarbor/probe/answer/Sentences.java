package io.keyarbor.probe.answer;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.tls.ServerTrust.Refusal;
import java.net.URI;
import java.net.URISyntaxException;

/** Says what was seen, and what to do. Names hosts and statuses; never quotes an answer's body. */
final class Sentences {
  private Sentences() {}

  static String of(Answer answer, Reason reason) {
    String host = answer.authority();
    return switch (answer.errorClass()) {
      case "" -> host + " answered " + seen(answer) + ". " + advice(answer, reason);
      case "no_socket" -> "There is no socket " + host + ". Check the path, and whether it runs.";
      case "permission_denied" ->
          "You may not open " + host + ". Check whether your account belongs to its group.";
      case "dns" -> "There is no host " + host + ". Check the address.";
      case "connect_refused" ->
          "Nothing takes connections at " + host + ". Check the address, and whether it runs.";
      case "connect_timeout" ->
          host + " did not take a connection in time. Check the address and the network.";
      case "read_timeout" -> host + " did not answer completely in time. Test again later.";
      case "pkix" -> untrusted(answer);
      case "hostname_mismatch" ->
          "The certificate of "
              + host
              + certificate(answer)
              + " is for another name. Nothing was "
              + "sent.";
      case "pin_mismatch" ->
          host
              + " shows another "
              + answer.refusal().map(r -> r.certificate().kind()).orElse("certificate")
              + " than the one you trusted. If it was not renewed, "
              + "someone may be listening. Nothing was sent.";
      case "handshake" ->
          "No secure connection with "
              + host
              + ": it speaks no TLS there, or wants or refuses a client certificate.";
      case "client_certificate_refused" ->
          host + " refuses this client certificate. Check it, or have a new one issued.";
      case "client_certificate_expired" ->
          host + " says that this client certificate has expired. Have a new one issued.";
      case "redirect" -> redirect(answer);
      case "too_large" -> host + " sent more than a test reads. Check the address.";
      case "cancelled" -> "The test was cancelled.";
      default ->
          "What answers at " + host + " speaks another protocol, or hung up. Check the address.";
    };
  }

  /** The status, or what a protocol that is not HTTP says instead. */
  private static String seen(Answer answer) {
    return answer.code().isEmpty() ? String.valueOf(answer.status()) : Bounds.text(answer.code());
  }

  private static String untrusted(Answer answer) {
    boolean isBareKey = answer.refusal().filter(r -> r.certificate().isBareKey()).isPresent();
    return isBareKey
        ? "You have not confirmed the key of "
            + answer.authority()
            + certificate(answer)
            + " yet. Ask whoever runs the server whether it is this one. Nothing was sent."
        : "The certificate of "
            + answer.authority()
            + certificate(answer)
            + " is not from an authority that is trusted, or is not valid now. Nothing was sent.";
  }

  private static String advice(Answer answer, Reason reason) {
    String wait = answer.header("Retry-After").map(Bounds::text).orElse("");
    if (reason != Reason.RATE_LIMITED || wait.isEmpty()) {
      return reason.advice();
    }
    return wait.matches("\\d+")
        ? "It asks to wait " + wait + " seconds. Test again then."
        : "It asks to wait until " + wait + ". Test again then.";
  }

  private static String certificate(Answer answer) {
    return answer
        .refusal()
        .map(Refusal::certificate)
        .map(ServerCertificate::subject)
        .map(subject -> " (" + Bounds.text(subject) + ")")
        .orElse("");
  }

  private static String redirect(Answer answer) {
    String location = answer.header("Location").orElse("");
    return answer.authority()
        + " points to "
        + target(location, answer.authority())
        + ". A test never follows, so that no secret goes astray. Enter the address that is meant.";
  }

  /** The host alone: the rest of the address may hold anything. */
  private static String target(String location, String same) {
    try {
      String authority = new URI(location).getRawAuthority();
      return authority == null || authority.equals(same)
          ? "another page of " + same
          : Bounds.text(authority.substring(authority.lastIndexOf('@') + 1));
    } catch (URISyntaxException e) {
      return "an address that is not well-formed";
    }
  }
}
