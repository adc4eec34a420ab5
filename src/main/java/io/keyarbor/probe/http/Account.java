package io.keyarbor.probe.http;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who proves to be what by NTLM, which takes several messages on one connection. It notes whether
 * the server asked: an answer given without asking says nothing about the password. Lives as long
 * as one exchange; safe for any thread.
 */
public final class Account {
  private final String domain;
  private final String username;
  private final String password;
  private final AtomicBoolean asked = new AtomicBoolean();

  /** An account; the domain may be empty, or stand before the name as in {@code HOME\ada}. */
  public Account(String domain, String username, String password) {
    int slash = domain.isEmpty() ? username.indexOf('\\') : -1;
    this.domain = slash < 0 ? domain : username.substring(0, slash);
    this.username = username.substring(slash + 1);
    this.password = password;
  }

  /** The domain or computer that knows the account; may be empty. */
  public String domain() {
    return domain;
  }

  /** The name, without the domain. */
  public String username() {
    return username;
  }

  /** What proves it. */
  public String password() {
    return password;
  }

  /** Notes that the server asked for a proof. */
  public void noteAsked() {
    asked.set(true);
  }

  /** Whether the server asked for a proof. */
  public boolean wasAsked() {
    return asked.get();
  }

  /** Says nothing about it. */
  @Override
  public String toString() {
    return "Account";
  }
}
