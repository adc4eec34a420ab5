package io.keyarbor.probe.transport.ssh;

import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.client.auth.password.PasswordAuthenticationReporter;
import org.apache.sshd.client.auth.pubkey.PublicKeyAuthenticationReporter;
import org.apache.sshd.client.session.ClientSession;

/** Sees what became of the one try. Safe for any thread. */
final class SshWitness implements PasswordAuthenticationReporter, PublicKeyAuthenticationReporter {
  private volatile boolean tried;
  private volatile boolean refused;
  private volatile boolean partial;

  /** What a successful login means. */
  String successCode() {
    // Else the server let the user in before anything was shown.
    return tried ? "ok" : "no_password";
  }

  /** What a failed one means; empty if the server did not say. */
  String failureCode(boolean serverEndedIt) {
    if (partial) {
      return "partial_success";
    }
    if (refused) {
      return "auth_fail";
    }
    return tried || !serverEndedIt ? "" : "no_such_method";
  }

  private void failed(boolean furtherNeeded) {
    refused = true;
    partial |= furtherNeeded;
  }

  @Override
  public void signalAuthenticationAttempt(
      ClientSession session, String service, String old, boolean modified, String next) {
    tried = true;
  }

  @Override
  public void signalAuthenticationFailure(
      ClientSession session, String service, String password, boolean more, List<String> methods) {
    failed(more);
  }

  @Override
  public void signalAuthenticationAttempt(
      ClientSession session, String service, KeyPair identity, String algorithm) {
    tried = true;
  }

  @Override
  public void signalAuthenticationFailure(
      ClientSession session, String service, KeyPair identity, boolean more, List<String> methods) {
    failed(more);
  }

  /** Nothing: there was one try only. */
  @Override
  public void signalAuthenticationExhausted(ClientSession session, String service) {}
}
