package io.keyarbor.probe.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Gives a failed request the name that rules know it by. */
public final class ErrorClass {
  /** The server said so of the client certificate that it was shown. */
  static final String CERTIFICATE_REFUSED = "client_certificate_refused";

  /** The same, for its date. */
  static final String CERTIFICATE_EXPIRED = "client_certificate_expired";

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]{1,40})");

  private ErrorClass() {}

  /**
   * The name.
   *
   * @param showedCertificate whether the server was shown a client certificate, so that an alert
   *     about a certificate (RFC 8446, section 6.2) is about that
   */
  public static String of(Throwable fault, boolean showedCertificate) {
    List<Throwable> causes =
        Stream.iterate(fault, t -> t != null, Throwable::getCause).limit(20).toList();
    String error = of(causes);
    return error.equals("handshake") && showedCertificate ? ofAlert(causes) : error;
  }

  private static String ofAlert(List<Throwable> causes) {
    String alert =
        causes.stream()
            .map(cause -> ALERT.matcher(String.valueOf(cause.getMessage())))
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .findFirst()
            .orElse("");
    return switch (alert) {
      case "certificate_expired" -> CERTIFICATE_EXPIRED;
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_unknown",
          "unknown_ca",
          "access_denied" ->
          CERTIFICATE_REFUSED;
      default -> "handshake";
    };
  }

  private static String of(List<Throwable> causes) {
    if (has(causes, UnresolvedAddressException.class) || has(causes, UnknownHostException.class)) {
      return "dns";
    }
    if (has(causes, HttpConnectTimeoutException.class)) {
      return "connect_timeout";
    }
    if (has(causes, HttpTimeoutException.class) || has(causes, TimeoutException.class)) {
      return "read_timeout";
    }
    if (has(causes, SSLException.class)) {
      return "handshake";
    }
    if (has(causes, ConnectException.class) || has(causes, NoRouteToHostException.class)) {
      return "connect_refused";
    }
    return has(causes, CancellationException.class) ? "cancelled" : "protocol";
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream().anyMatch(kind::isInstance);
  }
}
