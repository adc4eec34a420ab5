package io.keyarbor.probe.engine;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.util.HashMap;
import java.util.Map;

/** A credential's fields and what earlier steps captured. For the thread of one test. */
final class Inputs implements Values {
  /** A shorter secret would be found within common words. */
  private static final int SHORTEST_REDACTED = 4;

  private final FieldValues fields;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Value> captures = new HashMap<>();

  Inputs(ServiceTemplate template, FieldValues fields) {
    this.fields = fields;
    template.fields().forEach(field -> labels.put(field.name(), field.label()));
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

  @Override
  public Value missing(String name) {
    return Values.super.missing(labels.getOrDefault(name, name));
  }

  /** The text with a mask in place of each secret field and each secret capture in it. */
  String redact(String text) {
    String redacted = text;
    for (Secret secret : fields.secrets().values()) {
      redacted = masked(redacted, secret.<String, RuntimeException>useChars(String::new));
    }
    for (Value captured : captures.values()) {
      redacted = captured.secret() ? masked(redacted, captured.text()) : redacted;
    }
    return redacted;
  }

  private static String masked(String text, String secret) {
    return secret.length() < SHORTEST_REDACTED ? text : text.replace(secret, Value.MASK);
  }
}
