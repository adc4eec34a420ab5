package io.keyarbor.probe.http;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Origin;
import io.keyarbor.probe.tls.ClientIdentity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request while it is put together. Lives as long as one exchange, since it may hold a secret;
 * not for several threads.
 */
public final class Call {
  private final String step;
  private final String method;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String url;
  private String body = "";
  private boolean secret;
  private ClientIdentity identity;
  private String socket = "";
  private Conversation conversation;
  private Account account;

  /** A request without headers and body. */
  public Call(String step, String method, String url) {
    this.step = step;
    this.method = method;
    this.url = url;
  }

  /** The step it belongs to. */
  public String step() {
    return step;
  }

  /** The method, e.g. {@code GET}. */
  public String method() {
    return method;
  }

  /** The address as text. */
  public String url() {
    return url;
  }

  /**
   * The address.
   *
   * @throws BadInput if it is none
   */
  public URI uri() {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new BadInput(
          "The address of step “" + step + "” is not well-formed. Check the fields.");
    }
  }

  /**
   * The host, with its port if not the usual one; or the path of the socket.
   *
   * @throws BadInput if the address is none
   */
  public String authority() {
    if (conversation != null) {
      return url.substring(url.indexOf("://") + "://".length());
    }
    return socket.isEmpty() ? Origin.of(uri()).authority() : socket;
  }

  /** Adds {@code name=value}, both encoded already, to the query. */
  public void addQuery(String name, String value) {
    int fragment = url.indexOf('#');
    String address = fragment < 0 ? url : url.substring(0, fragment);
    url = address + (address.contains("?") ? "&" : "?") + name + "=" + value;
  }

  /** Adds {@code name=value}, both encoded already, to the form that is posted. */
  public void addFormField(String name, String value) {
    body = (body.isEmpty() ? "" : body + "&") + name + "=" + value;
    headerIfAbsent("Content-Type", "application/x-www-form-urlencoded");
  }

  /**
   * The headers as they can be sent. A client would send a question mark for each other character,
   * and so another secret.
   *
   * @throws BadInput if one holds a character that a header cannot carry
   */
  public Map<String, String> sendableHeaders() {
    headers.forEach((name, value) -> {
      if (value.chars().anyMatch(c -> c > '~')) {
        throw new BadInput(
            "The value for the header “"
                + name
                + "” holds a character that a header cannot carry. Nothing was sent. Paste it"
                + " again.");
      }
    });
    return headers();
  }

  /** Adds a path, encoded already, to the address, which has no query. */
  public void addPath(String path) {
    url = url.replaceFirst("/+$", "") + "/" + path;
  }

  /** The headers; names in any case, unmodifiable. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /**
   * Sets a header.
   *
   * @throws BadInput if the value would make another header or cannot be sent
   */
  public void header(String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(Call::isTokenPart)) {
      throw new BadInput("A header's name may hold letters, digits and dashes only.");
    }
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new BadInput(
          "The value for the header “"
              + name
              + "” holds a line break or another control character. "
              + "Paste it again without one.");
    }
    headers.put(name, value);
  }

  /** Sets a header unless there is one of that name. */
  public void headerIfAbsent(String name, String value) {
    if (!headers.containsKey(name)) {
      header(name, value);
    }
  }

  /** The body; empty if none. */
  public String body() {
    return body;
  }

  /** The body as it is sent. */
  public byte[] bodyBytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Sets the body. */
  public void body(String text) {
    body = text;
  }

  /** Whether a secret is in it, or proves who sends it. */
  public boolean isSecret() {
    return secret;
  }

  /** Notes whether something that was put in is secret; once it is, it stays so. */
  public void noteSecret(boolean isSecret) {
    secret |= isSecret;
  }

  /** The client certificate that goes with it. */
  public Optional<ClientIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  /** Has a client certificate go with it. */
  public void identity(ClientIdentity client) {
    identity = client;
    secret = true;
  }

  /** The path of the socket that it goes through; empty for the network. */
  public String socket() {
    return socket;
  }

  /** Has it go through a socket of this computer. */
  public void socket(String path) {
    socket = path;
  }

  /** What is said in place of a request, if the protocol is not HTTP. */
  public Optional<Conversation> conversation() {
    return Optional.ofNullable(conversation);
  }

  /** Has it be a conversation in another protocol. */
  public void conversation(Conversation given) {
    conversation = given;
  }

  /** Who is to prove by NTLM on the connection that it goes through. */
  public Optional<Account> account() {
    return Optional.ofNullable(account);
  }

  /** Has a login by NTLM go with it. */
  public void account(Account given) {
    account = given;
    secret = true;
  }

  private static boolean isTokenPart(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  /** Names the step only. */
  @Override
  public String toString() {
    return "Call[" + step + "]";
  }
}
