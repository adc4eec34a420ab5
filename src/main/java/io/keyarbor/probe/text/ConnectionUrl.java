package io.keyarbor.probe.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * An address or connection URL, taken apart as RFC 3986 says, whatever its scheme: {@code
 * postgresql://ada:pw@db.example:5432/main?sslmode=require}. All parts are still encoded.
 */
public record ConnectionUrl(String userInfo, String place, String path, String query) {

  /** Takes {@code text} apart; what has no scheme is an address all the same. */
  public static ConnectionUrl read(String text) {
    String url = cut(text.strip(), '#');
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    String beforeQuery = cut(rest, '?');
    String query =
        beforeQuery.length() < rest.length() ? rest.substring(beforeQuery.length() + 1) : "";
    String authority = cut(beforeQuery, '/');
    String path =
        authority.length() < beforeQuery.length()
            ? beforeQuery.substring(authority.length() + 1)
            : "";
    int login = authority.lastIndexOf('@');
    return new ConnectionUrl(
        login < 0 ? "" : authority.substring(0, login),
        // Of several hosts, the first.
        cut(authority.substring(login + 1), ','),
        path,
        query);
  }

  /**
   * Takes a connection URL apart that holds a password. A sign that is not encoded there would end
   * the password too soon, and make a host, a port or a path of the rest.
   *
   * @throws BadInput if it has no scheme, or where its password ends cannot be told
   */
  public static ConnectionUrl readSecret(String text) {
    String url = text.strip();
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      throw new BadInput(
          "The connection URL has no scheme. Write it as postgresql://user:password@host/name.");
    }
    String rest = url.substring(scheme + 3);
    int authority = cut(cut(cut(rest, '/'), '?'), '#').length();
    if (rest.indexOf('@', authority) >= 0) {
      throw new BadInput(
          "The connection URL holds an @ behind its host. In a password, write @ as %40, / as %2F,"
              + " ? as %3F and # as %23.");
    }
    return read(url);
  }

  /**
   * One part, decoded; empty if it is not there.
   *
   * @param name {@code host}, {@code port}, {@code user}, {@code password}, {@code path}, or {@code
   *     query-} and a parameter's name
   * @throws BadInput if it is wrongly encoded
   */
  public String part(String name) {
    return switch (name) {
      case "host" -> decoded(place.substring(0, hostEnd()));
      case "port" -> hostEnd() < place.length() ? place.substring(hostEnd() + 1) : "";
      case "user" -> decoded(cut(userInfo, ':'));
      case "password" -> decoded(after(userInfo, ':'));
      case "path" -> decoded(path);
      default -> parameter(name.substring("query-".length()));
    };
  }

  private int hostEnd() {
    int bracket = place.lastIndexOf(']');
    int colon = place.indexOf(':', Math.max(0, bracket));
    return colon < 0 ? place.length() : colon;
  }

  private String parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (decoded(cut(pair, '=')).equals(name)) {
        return decoded(after(pair, '='));
      }
    }
    return "";
  }

  private static String cut(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String after(String text, char start) {
    int at = text.indexOf(start);
    return at < 0 ? "" : text.substring(at + 1);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadInput("An address holds a % that begins no code. Write it as %25.");
    }
  }

  /** Says nothing about the address. */
  @Override
  public String toString() {
    return "ConnectionUrl";
  }
}
