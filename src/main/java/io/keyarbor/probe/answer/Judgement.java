package io.keyarbor.probe.answer;

import io.keyarbor.probe.Reason;

/**
 * A decision with its words.
 *
 * @param detail a sentence for a person, without a secret
 */
public record Judgement(Reason reason, String detail) {}
