package io.keyarbor.probe;

import static io.keyarbor.probe.Outcome.INVALID;
import static io.keyarbor.probe.Outcome.UNDECIDED;
import static io.keyarbor.probe.Outcome.VALID;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a verdict is what it is. */
public enum Reason {
  OK(VALID, "Connected", "The service accepts this secret."),
  INSUFFICIENT_PERMISSION(
      VALID,
      "Limited",
      "The secret is right, but may not do this. Grant it the missing permission."),
  QUOTA_EXHAUSTED(
      VALID, "Quota used up", "The secret is right, but its quota or credit is used up."),
  MFA_REQUIRED(
      VALID, "Second factor", "The secret is right; the service asks for a second factor."),
  BAD_CREDENTIAL(
      INVALID, "Refused", "The service refuses this secret. Check it, or make a new one."),
  EXPIRED(INVALID, "Expired", "The secret has expired. Make a new one."),
  DISABLED(INVALID, "Disabled", "The secret was switched off at the service."),
  OPEN_ACCESS(
      UNDECIDED,
      "Open access",
      "The service answers anyone, so this proves nothing about the secret."),
  RATE_LIMITED(UNDECIDED, "Rate limited", "The service asks to wait. Test again later."),
  LOCKED_OUT(
      UNDECIDED, "Locked out", "The account is locked for a while, often after too many tries."),
  CLOCK_SKEW(
      UNDECIDED,
      "Clock differs",
      "This computer's clock and the service's differ too much. Set the clock."),
  UNREACHABLE(
      UNDECIDED, "Unreachable", "No answer from the host. Check the address and the network."),
  TLS_UNTRUSTED(
      UNDECIDED, "Not trusted", "The server's certificate is not trusted, so nothing was sent."),
  SERVER_UNAVAILABLE(
      UNDECIDED, "Service down", "The service reports trouble of its own. Test again later."),
  WRONG_ENDPOINT(
      UNDECIDED,
      "Wrong address",
      "Something answers there, but not this service. Check the address."),
  INDETERMINATE(UNDECIDED, "Unclear", "The answer says neither yes nor no."),
  NOT_TESTABLE(
      UNDECIDED, "Not testable", "Nothing was tested, so nothing is known about the secret.");

  private final Outcome outcome;
  private final String label;
  private final String advice;

  Reason(Outcome outcome, String label, String advice) {
    this.outcome = outcome;
    this.label = label;
    this.advice = advice;
  }

  /** What it means for the secret. */
  public Outcome outcome() {
    return outcome;
  }

  /** One or two words for a table. */
  public String label() {
    return label;
  }

  /** What it means and what to do next. */
  public String advice() {
    return advice;
  }

  /** The name templates use, e.g. {@code bad_credential}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of that code. */
  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
  }
}
