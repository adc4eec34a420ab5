package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.List;
import java.util.Optional;

/**
 * Calls that only read something on demand: what a secret has used up, or which models there are.
 *
 * @param when the choice it belongs to; empty means any
 * @param hosts as in {@link ProbeSpec}
 * @param fields asked for besides those of the credential, e.g. the key of an administrator
 * @param needs what the secret must be allowed to, for a person to read; may be empty
 */
public record Reading(
    Optional<Condition> when,
    List<String> hosts,
    List<FieldSpec> fields,
    String needs,
    List<Step> steps,
    List<Extract> extract) {}
