package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When and how the secret is renewed.
 *
 * @param days recommended life of a secret
 * @param manual page to open or words on how; empty if none
 * @param calls ways to do it with the service's own interface; the first that fits is used
 */
public record Rotation(int days, String manual, List<Calls> calls) {
  /**
   * One way to renew a secret.
   *
   * @param when the choice it belongs to; empty means any
   * @param hosts as in {@link ProbeSpec}
   * @param fields asked for besides those of the credential, e.g. the key of an administrator
   * @param needs what the secret must be allowed to, for a person to read; may be empty
   * @param create makes the new secret
   * @param result new values of fields, made of what {@code create} captured
   * @param revoke ends the old one; empty if {@code create} does
   */
  public record Calls(
      Optional<Condition> when,
      List<String> hosts,
      List<FieldSpec> fields,
      String needs,
      List<Step> create,
      Map<String, String> result,
      List<Step> revoke) {}
}
