package io.keyarbor.probe.engine;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.answer.Findings;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.TextTemplate.Filter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;

/** A credential's fields and what earlier steps captured. For the thread of one test. */
final class Inputs implements Values {
  /** A shorter secret would be found within common words. */
  private static final int SHORTEST_REDACTED = 4;

  private final FieldValues fields;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Value> captures = new HashMap<>();
  private final Set<String> secretParts = new HashSet<>();

  Inputs(List<FieldSpec> form, FieldValues fields) {
    this.fields = fields;
    form.forEach(field -> labels.put(field.name(), field.label()));
  }

  void capture(String name, Value value) {
    captures.put(name, value);
  }

  /** A secret becomes text only here, for as long as its request takes. */
  @Override
  public Value get(String name) {
    Value captured = captures.get(name);
    if (captured != null) {
      return captured;
    }
    Secret secret = fields.secrets().get(name);
    return secret == null
        ? Value.plain(fields.plain().getOrDefault(name, ""))
        : Value.secret(secret.<String, RuntimeException>useChars(String::new));
  }

  /** A part of a secret is kept from the verdict as the whole is. */
  @Override
  public Value part(String name, List<Filter> reading) {
    Value part = Values.super.part(name, reading);
    if (part.secret()) {
      secretParts.add(part.text());
    }
    return part;
  }

  @Override
  public Value missing(String name, List<Filter> reading) {
    throw Values.absent(labels.getOrDefault(name, name), get(name).text().isEmpty(), reading);
  }

  /** What good answers tell besides, the last being the one that decides. */
  Findings findings(List<Extract> extracts, SequencedCollection<Answer> answers) {
    return Findings.read(extracts, answers, this::told, this::redact);
  }

  /** A text of values that may be told; empty if it would hold a secret, or one is missing. */
  private String told(String text) {
    try {
      Rendered rendered = new Renderer(this).render(text);
      return rendered.secret() ? "" : rendered.text();
    } catch (BadInput e) {
      return "";
    }
  }

  /** The text with a mask in place of each secret field, used part of one, and capture in it. */
  String redact(String text) {
    String redacted = text;
    for (Secret secret : fields.secrets().values()) {
      redacted = masked(redacted, secret.<String, RuntimeException>useChars(String::new));
    }
    for (Value captured : captures.values()) {
      redacted = captured.secret() ? masked(redacted, captured.text()) : redacted;
    }
    for (String part : secretParts) {
      redacted = masked(redacted, part);
    }
    return redacted;
  }

  private static String masked(String text, String secret) {
    return secret.length() < SHORTEST_REDACTED ? text : text.replace(secret, Value.MASK);
  }
}
